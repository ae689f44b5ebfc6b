#include "git_candidates.hpp"

#include <map>
#include <system_error>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include <rung/error.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/shell_word.hpp>
#include <rung/text/utf8.hpp>

namespace rung::cli {
namespace {

constexpr int exit_of_fatal = 128;

/// Runs git in one directory.
class Git {
 public:
  Git(const Scene& scene, const std::string& directory) : scene_(scene), directory_(directory) {}

  [[nodiscard]] std::string name() const { return directory_.empty() ? "." : make_visible(directory_); }

  /// Throws Error if git cannot be started or was interrupted. A failure of git is in the result.
  ProgramOutput run(std::vector<std::string> arguments, const std::function<void(std::string_view)>& take) const {
    std::vector<std::string> words{"git",
                                   "--no-pager",
                                   "--no-optional-locks",
                                   "--no-replace-objects",
                                   "-c",
                                   "core.fsmonitor=false",
                                   "-c",
                                   "core.pager=cat",
                                   "-c",
                                   "log.showSignature=false",
                                   "-C",
                                   directory_.empty() ? "." : directory_};
    words.insert(words.end(), std::make_move_iterator(arguments.begin()), std::make_move_iterator(arguments.end()));
    // Messages in English, no fetching of what is missing, no questions, and the repository of the directory alone.
    static const std::vector<std::string> settings{
        "LC_ALL=C",      "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_TERMINAL_PROMPT=0",
        "GIT_DIR",       "GIT_WORK_TREE",       "GIT_COMMON_DIR",          "GIT_INDEX_FILE",
        "GIT_NAMESPACE", "GIT_EXTERNAL_DIFF"};
    try {
      ProgramOutput output = scene_.ports.capture(words, settings, take);
      if (const auto* interrupted = std::get_if<Interrupted>(&output.end))
        throw Error(ExitCode{exit_of_fatal + interrupted->signal}, "git was interrupted");
      return output;
    } catch (const std::system_error& error) {
      throw Error(ExitCode::bad_input, fmt::format("git cannot be started: {}", error.code().message()),
                  "install git, or import a file instead");
    }
  }

  /// What git prints, at most 64 KiB of it; absent if it fails.
  [[nodiscard]] std::optional<std::string> ask(std::vector<std::string> arguments) const {
    std::string out;
    last_ = run(std::move(arguments), [&out](std::string_view piece) {
      constexpr std::size_t most = 64U << 10U;
      out.append(piece.substr(0, most - out.size()));
    });
    return last_.end == ProgramEnd(Exited{0}) ? std::optional(std::move(out)) : std::nullopt;
  }

  /// Throws what git said when it failed.
  [[noreturn]] void refuse(const ProgramOutput& output) const {
    std::string_view said = trim(output.err);
    if (said.find("detected dubious ownership") != std::string_view::npos)
      throw Error(
          ExitCode::bad_input, fmt::format("git refuses to read {}: it belongs to another user", name()),
          fmt::format("if you trust it, run `git config --global --add safe.directory {}`", find_exception(said)));
    if (said.find("not a git repository") != std::string_view::npos)
      throw Error(ExitCode::bad_input, fmt::format("{} is not in a git repository", name()),
                  "name a directory of one: rung log import git DIR");
    said = trim(said.substr(0, said.find('\n')));
    for (const std::string_view start : {"fatal: ", "error: "})
      if (said.starts_with(start)) said.remove_prefix(start.size());
    throw Error(ExitCode::bad_input,
                said.empty() ? fmt::format("git cannot read {}", name())
                             : fmt::format("git cannot read {}: {}", name(), make_visible(said)),
                fmt::format("run `git -C {} log` to see what is wrong", shell_word(name())));
  }

  [[noreturn]] void refuse_last() const { refuse(last_); }

 private:
  /// The directory that git would have to trust.
  [[nodiscard]] std::string find_exception(std::string_view said) const {
    const std::string_view start = "--add safe.directory ";
    const std::size_t place = said.find(start);
    if (place == std::string_view::npos) return shell_word(name());
    const std::string_view rest = said.substr(place + start.size());
    return make_visible(trim(rest.substr(0, rest.find('\n'))));
  }

  const Scene& scene_;
  const std::string& directory_;
  mutable ProgramOutput last_;
};

/// The settings of git that matter, the last of each, by their names.
using GitConfig = std::map<std::string, std::string, std::less<>>;

GitConfig read_config(const Git& git) {
  GitConfig config;
  // It fails if none of them is set.
  const std::string printed =
      git.ask({"config", "-z", "--get-regexp", R"(^(user\.(email|name)|remote\..*\.url)$)"}).value_or("");
  for (std::string_view rest = printed; !rest.empty();) {
    const std::string_view setting = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(std::min(setting.size() + 1, rest.size()));
    const std::size_t line_end = std::min(setting.find('\n'), setting.size());
    const std::string_view value = setting.substr(std::min(line_end + 1, setting.size()));
    if (!value.empty()) config[std::string(setting.substr(0, line_end))] = value;
  }
  return config;
}

std::string find_remote(const GitConfig& config) {
  if (const auto origin = config.find("remote.origin.url"); origin != config.end()) return origin->second;
  const auto first = config.lower_bound("remote.");
  return first != config.end() && first->first.starts_with("remote.") ? first->second : std::string();
}

GitAuthor choose_author(const GitRequest& request, const GitConfig& config) {
  if (!is_blank(request.author)) return {GitAuthor::Match::part, request.author};
  if (const auto address = config.find("user.email"); address != config.end())
    return {GitAuthor::Match::address, address->second};
  if (const auto name = config.find("user.name"); name != config.end()) return {GitAuthor::Match::name, name->second};
  throw Error(ExitCode::bad_input, "git does not know who you are, so no commit is known to be yours",
              "name yourself with --author TEXT, a part of your name or address in commits");
}

}  // namespace

GitCandidates read_git_candidates(const Scene& scene, const GitRequest& request, const std::vector<Entry>& log) {
  const Git git(scene, request.directory);
  const auto facts = git.ask({"rev-parse", "--is-shallow-repository", "--absolute-git-dir"});
  if (!facts) git.refuse_last();
  if (!git.ask({"rev-parse", "--verify", "--quiet", "HEAD^{commit}"}))
    throw Error(ExitCode::bad_input, fmt::format("there are no commits in {}", git.name()),
                "check out the branch with your work, or name another directory");
  const GitConfig config = read_config(git);
  const std::string_view directory = trim(std::string_view(*facts).substr(std::min(facts->find('\n'), facts->size())));
  const GitAuthor author = choose_author(request, config);
  GitCandidates found;
  found.repository = name_repository(find_remote(config), directory);
  found.author = author.text;
  found.is_shallow = facts->starts_with("true");
  GitHistoryReader reader({found.repository, author, request.since, scene.ports.now()});
  const ProgramOutput output = git.run(git_log_arguments(), [&reader](std::string_view piece) { reader.feed(piece); });
  if (output.end != ProgramEnd(Exited{0})) git.refuse(output);
  GitHistory history = reader.finish();
  if (history.own == 0)
    throw Error(
        ExitCode::bad_input,
        fmt::format("none of the {} commits in {} is by {}", history.commits, git.name(), make_visible(found.author)),
        "name yourself as the commits do: --author TEXT");
  found.candidates = std::move(history.candidates);
  found.candidates.entries = drop_known(std::move(found.candidates.entries), log);
  return found;
}

}  // namespace rung::cli
