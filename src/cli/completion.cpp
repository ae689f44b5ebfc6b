#include "completion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include <rung/error.hpp>
#include <rung/ladder/behavior_names.hpp>
#include <rung/store/catalog.hpp>
#include <rung/store/find_assessment.hpp>
#include <rung/text/ascii.hpp>

#include "arguments.hpp"
#include "help_topics.hpp"
#include "load.hpp"

namespace rung::cli {
namespace {

/// Collects what the word at the cursor can become.
class Completer {
 public:
  Completer(const Scene& scene, std::vector<std::string> words) : scene_(scene) {
    if (words.empty()) words.emplace_back();
    word_ = std::move(words.back());
    words.pop_back();
    before_ = words.empty() ? std::string() : words.back();
    is_text_ = std::find(words.begin(), words.end(), "--") != words.end();
    arguments_ = read_partial_arguments(words);
  }

  Completion complete() {
    const OptionRow* waiting = is_text_ ? nullptr : find_option(before_);
    if (waiting != nullptr && waiting->takes_value) {
      add_values(*waiting, "");
    } else if (const std::size_t equals = word_.find('='); word_.starts_with("--") && equals != std::string::npos) {
      const OptionRow* option = find_option(word_.substr(0, equals));
      if (option != nullptr && option->takes_value) add_values(*option, word_.substr(0, equals + 1));
    } else if (word_.starts_with('-') && !is_text_) {
      add_options();
    } else {
      add_commands();
      add_arguments();
    }
    return std::move(completion_);
  }

 private:
  void add(std::string text, std::string says) {
    if (text.starts_with(word_)) completion_.words.push_back({std::move(text), std::move(says)});
  }

  [[nodiscard]] const OptionRow* find_option(const std::string& name) const {
    for (const OptionRow& row : arguments_.rows) {
      const std::vector<std::string> names = row.names();
      if (!row.is_argument() && std::find(names.begin(), names.end(), name) != names.end()) return &row;
    }
    return nullptr;
  }

  /// Short names are for people who know them, and other spellings for nobody.
  void add_options() {
    for (const OptionRow& row : arguments_.rows) {
      if (row.is_argument() || (!row.given.empty() && !row.is_repeatable)) continue;
      const std::vector<std::string> names = row.names();
      const auto name =
          std::find_if(names.begin(), names.end(), [](const std::string& one) { return one.starts_with("--"); });
      if (name != names.end()) add(*name, row.help);
    }
  }

  /// Their names stand right behind that of the group.
  void add_commands() {
    const bool has_arguments = std::any_of(arguments_.rows.begin(), arguments_.rows.end(), [](const OptionRow& row) {
      return row.is_argument() && !row.given.empty();
    });
    const auto is_word = [](const std::string& unknown) { return !unknown.starts_with('-'); };
    const bool is_lost = std::any_of(arguments_.unknown.begin(), arguments_.unknown.end(), is_word);
    if (has_arguments || is_lost || is_text_) return;
    for (const Command& command : commands_below(arguments_.command)) {
      const std::string_view name = command.name;
      add(std::string(name.substr(name.rfind(' ') + 1)), command.summary);
    }
  }

  /// The values of the argument that comes next.
  void add_arguments() {
    for (const OptionRow& row : arguments_.rows)
      if (row.is_argument() && (row.given.empty() || row.is_repeatable)) return add_values(row, "");
  }

  void add_values(const OptionRow& row, const std::string& prefix) {
    for (const std::string& choice : row.choices) add(fmt::format("{}{}", prefix, choice), "");
    const std::string kind = row.value_name();
    try {
      add_stored(kind, prefix);
    } catch (const Error&) {
      // What cannot be read is not offered.
    }
  }

  void add_stored(const std::string& kind, const std::string& prefix) {
    constexpr std::array<std::string_view, 4> references{"REF", "OLD", "NEW", "FROM"};
    if (kind == "LADDER" || kind == "A" || kind == "B" || (kind == "ID" && arguments_.command == "ladder remove"))
      add_ladders(prefix);
    else if (std::find(references.begin(), references.end(), kind) != references.end())
      add_references(prefix);
    else if (kind == "BEHAVIOR")
      add_behaviors(prefix, "");
    else if (kind.starts_with("KEY="))
      add_behaviors(prefix, "=");
    else if (kind == "WHAT")
      add_pillars(prefix);
    else if (kind == "TOPIC")
      add_topics();
    if (kind == "FILE" || kind == "SOURCE" || kind == "LADDER" || kind == "A" || kind == "B")
      completion_.takes_files = true;
    if (kind == "FILE" && arguments_.command == "ladder check") add_ladders(prefix);
  }

  void add_ladders(const std::string& prefix) {
    for (const LadderText& ladder : list_ladders(scene_.ports.files, scene_.home).ladders)
      add(fmt::format("{}{}", prefix, ladder.id), ladder.origin == LadderOrigin::builtin ? "built in" : "yours");
  }

  void add_references(const std::string& prefix) {
    add(fmt::format("{}latest", prefix), "the latest assessment");
    for (const std::string& reference : list_assessment_references(scene_.ports.files, scene_.home))
      add(fmt::format("{}{}", prefix, reference), reference.starts_with("drafts/") ? "draft" : "");
  }

  /// The ladder that the other arguments name, or the usual one.
  [[nodiscard]] Ladder load_named_ladder() const {
    for (const OptionRow& row : arguments_.rows)
      if (row.value_name() == "LADDER" && !row.given.empty()) return load_ladder(scene_, row.given.back());
    const std::string person = own_name(scene_.environment);
    return load_usual_ladder(scene_, {person}, {person});
  }

  /// Whole keys; once something is typed that none of them begins with, their unique ends.
  void add_behaviors(const std::string& prefix, const std::string& suffix) {
    const Ladder ladder = load_named_ladder();
    const std::vector<PlacedBehavior> placed = list_behaviors(ladder);
    for (const PlacedBehavior& one : placed)
      add(fmt::format("{}{}{}", prefix, one.behavior->key, suffix), short_name(*one.behavior));
    if (!completion_.words.empty()) return;
    const BehaviorNames names(ladder);
    for (const PlacedBehavior& one : placed) {
      const std::string& key = one.behavior->key;
      for (auto dot = key.find('.'); dot != std::string::npos; dot = key.find('.', dot + 1)) {
        const std::string end = key.substr(dot + 1);
        if (names.find(end).size() == 1) add(fmt::format("{}{}{}", prefix, end, suffix), short_name(*one.behavior));
      }
    }
  }

  void add_pillars(const std::string& prefix) {
    for (const Pillar& pillar : load_named_ladder().pillars) {
      add(fmt::format("{}{}", prefix, pillar.id), pillar.title);
      for (const Responsibility& one : pillar.responsibilities)
        if (word_.find('.') != std::string::npos) add(fmt::format("{}{}.{}", prefix, pillar.id, one.id), one.title);
    }
  }

  void add_topics() {
    for (const OptionRow& row : arguments_.rows)
      if (row.value_name() == "TOPIC" && !row.given.empty()) {
        for (const std::string& name : names_below(row.given.front())) add(name, "");
        return;
      }
    for (const Command& command : commands_below("")) add(command.name, command.summary);
    for (const HelpEntry& topic : list_help_topics()) add(topic.name, topic.summary);
  }

  const Scene& scene_;
  std::string word_;
  std::string before_;
  bool is_text_ = false;  ///< `--` came before: no more options
  PartialArguments arguments_;
  Completion completion_;
};

constexpr std::string_view bash_script = R"(# bash completion of rung; load it with: source <(rung completion bash)
_rung() {
  local word line words=() glued=
  # Bash breaks words at = and :, which rung does not.
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [[ ${#words[@]} -gt 0 && ( $glued || $word == [=:]* ) ]]; then
      words[-1]+=$word
    else
      words+=("$word")
    fi
    [[ $word == [=:] ]] && glued=1 || glued=
  done
  local current=${words[-1]} head
  head=${current%"${current##*[=:]}"}
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o filenames
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "${current#"$head"}")
      continue
    fi
    word=${line%%$'\t'*}
    [[ $word == *= ]] && compopt -o nospace
    COMPREPLY+=("${word#"$head"}")
  done < <("$1" complete -- "${words[@]}" 2>/dev/null)
}
complete -F _rung rung
)";

constexpr std::string_view zsh_script = R"(#compdef rung
# zsh completion of rung; load it with: source <(rung completion zsh)
_rung() {
  local line word files=
  local -a plain assigned
  for line in "${(@f)$("${words[1]}" complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    word=${line%%$'\t'*}
    if [[ -z $line ]]; then
      continue
    elif [[ $line == :files ]]; then
      files=1
    elif [[ $word == *= ]]; then
      assigned+=("${word//:/\\:}:${line#*$'\t'}")
    else
      plain+=("${word//:/\\:}:${line#*$'\t'}")
    fi
  done
  (( ${#plain} )) && _describe -t arguments argument plain
  (( ${#assigned} )) && _describe -t behaviors behavior assigned -S ''
  [[ -n $files ]] && _files
  return 0
}
if [[ ${funcstack[1]} == _rung ]]; then
  _rung "$@"
else
  compdef _rung rung
fi
)";

constexpr std::string_view fish_script = R"(# fish completion of rung; load it with: rung completion fish | source
function __rung_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  for line in ($words[1] complete -- $words[2..-1] "$current" 2>/dev/null)
    if test "$line" = :files
      __fish_complete_path "$current"
    else
      echo -- $line
    end
  end
end
complete -c rung -f -a '(__rung_complete)'
)";

}  // namespace

Completion complete(const Scene& scene, const std::vector<std::string>& words) {
  return Completer(scene, words).complete();
}

std::vector<std::string> completion_shells() { return {"bash", "zsh", "fish"}; }

std::string_view completion_script(std::string_view shell) {
  return shell == "bash" ? bash_script : shell == "zsh" ? zsh_script : fish_script;
}

}  // namespace rung::cli
