#include "git_subject.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include <rung/text/ascii.hpp>
#include <rung/text/tidy.hpp>

namespace rung {
namespace {

/// What stands in `text` after `start`; nothing if it does not begin so.
std::string_view text_after(std::string_view text, std::string_view start) {
  return text.starts_with(start) ? text.substr(start.size()) : std::string_view();
}

std::string_view first_word_of(std::string_view text) { return text.substr(0, text.find_first_of(white_space)); }

std::string_view first_line_of(std::string_view text) {
  text = trim(text);
  return trim(text.substr(0, text.find('\n')));
}

/// The text between quotes at the start.
std::string_view take_quoted(std::string_view text) {
  if (!text.starts_with('\'')) return {};
  const std::size_t end = text.find('\'', 1);
  return end == std::string_view::npos ? std::string_view() : text.substr(1, end - 1);
}

/// Whether work is collected on it rather than done on it.
bool is_long_lived(std::string_view branch) {
  static constexpr std::array<std::string_view, 10> names{"main",        "master",  "trunk",      "develop", "dev",
                                                          "development", "staging", "production", "next",    "release"};
  if (const std::size_t slash = branch.find('/'); slash != std::string_view::npos) {
    if (branch.substr(0, slash) == "release" || branch.substr(0, slash) == "origin" ||
        branch.substr(0, slash) == "upstream")
      return branch.substr(0, slash) == "release" || is_long_lived(branch.substr(slash + 1));
    return false;
  }
  return std::find(names.begin(), names.end(), to_lower(branch)) != names.end();
}

std::string_view count_number(std::string_view text) {
  return text.substr(0, std::min(text.find_first_not_of("0123456789", 1), text.size()));
}

/// `Merge pull request #12 from owner/branch`, of GitHub.
MergedWork read_github_merge(std::string_view rest, std::string_view body) {
  MergedWork work{tidy(first_line_of(body)), std::string(count_number(rest)), {}};
  const std::size_t from = rest.find(" from ");
  if (from == std::string_view::npos) return work;
  const std::string_view source = first_word_of(rest.substr(from + 6));
  const std::string_view branch = source.substr(source.find('/') + 1);
  // A request from main is one from a fork; one from develop is a release.
  const bool is_fork = branch == "main" || branch == "master" || branch == "trunk";
  if (is_long_lived(branch) && !is_fork) return {};
  if (!is_fork) work.branch = tidy(branch);
  return work;
}

/// `Merge branch 'branch' into 'main'`, with the title and `See merge request !12` in the body at GitLab.
MergedWork read_branch_merge(std::string_view rest, std::string_view body) {
  const std::string_view branch = take_quoted(rest);
  // `Merge branch 'x' of host:path` brings a copy of the same branch up to date.
  const bool is_pull = rest.substr(std::min(branch.size() + 2, rest.size())).starts_with(" of ");
  if (branch.empty() || is_pull || is_long_lived(branch)) return {};
  MergedWork work{{}, {}, tidy(branch)};
  const std::size_t see = body.find("See merge request ");
  if (see == std::string_view::npos) return work;
  const std::string_view request = first_word_of(body.substr(see + 18));
  const std::size_t mark = request.rfind('!');
  if (mark != std::string_view::npos) work.number = tidy(count_number(request.substr(mark)));
  const std::string_view title = first_line_of(body);
  if (!title.starts_with("See merge request")) work.title = tidy(title);
  return work;
}

/// The tickets of trackers look like names of standards.
bool is_standard(std::string_view letters) {
  static constexpr std::array<std::string_view, 12> names{"UTF", "SHA", "ISO",  "RFC", "CVE", "IEEE",
                                                          "MD",  "PEP", "HTTP", "AES", "X",   "GPT"};
  return std::find(names.begin(), names.end(), letters) != names.end();
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// The first `ABC-123` that stands by itself.
std::string_view find_ticket(std::string_view text) {
  for (std::size_t dash = text.find('-'); dash != std::string_view::npos; dash = text.find('-', dash + 1)) {
    std::size_t begin = dash;
    while (begin > 0 && (is_upper(text[begin - 1]) || is_digit(text[begin - 1]))) --begin;
    std::size_t end = dash + 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool starts = begin < dash && is_upper(text[begin]) &&
                        (begin == 0 || std::string_view(" ([#/:").find(text[begin - 1]) != std::string_view::npos);
    const bool ends = end > dash + 1 &&
                      (end == text.size() || std::string_view(" )]:,.;-_/").find(text[end]) != std::string_view::npos);
    if (starts && ends && !is_standard(text.substr(begin, dash - begin))) return text.substr(begin, end - begin);
  }
  return {};
}

/// `type(scope)!: text` of conventional commits. Without such a type, all is text.
struct ConventionalSubject {
  std::string_view scope;
  std::string_view text;
};

ConventionalSubject split_conventional(std::string_view subject) {
  static constexpr std::array<std::string_view, 12> types{"feat", "fix",   "docs", "style", "refactor", "perf",
                                                          "test", "build", "ci",   "chore", "revert",   "tests"};
  const std::size_t colon = subject.find(':');
  if (colon == std::string_view::npos) return {{}, subject};
  std::string_view head = subject.substr(0, colon);
  if (head.ends_with('!')) head.remove_suffix(1);
  const std::size_t open = std::min(head.find('('), head.size());
  if (std::find(types.begin(), types.end(), to_lower(head.substr(0, open))) == types.end()) return {{}, subject};
  if (open == head.size()) return {{}, trim(subject.substr(colon + 1))};
  if (!head.ends_with(')')) return {{}, subject};
  return {head.substr(open + 1, head.size() - open - 2), trim(subject.substr(colon + 1))};
}

/// Words that many subjects have in common, whatever they are about.
bool is_common_word(std::string_view word) {
  static constexpr std::string_view common =
      " a an the to of for in on and or with from by at as into is are be not it its when if that this "
      "add adds added fix fixes fixed update updates updated remove removes removed delete use uses make makes improve "
      "refactor change changes move rename clean cleanup tidy allow support handle implement introduce bump drop "
      "set get put do more some new small minor also again test tests docs ";
  return common.find(fmt::format(" {} ", word)) != std::string_view::npos;
}

std::string find_first_words(std::string_view text) {
  std::string words;
  int count = 0;
  const std::string lower = to_lower(text.substr(0, 200));
  std::string_view rest = lower;
  while (count < 2) {
    constexpr std::string_view between = " \t\n\r\v\f.,:;!?()[]{}\"'`/";
    rest.remove_prefix(std::min(rest.find_first_not_of(between), rest.size()));
    if (rest.empty()) break;
    const std::string_view word = rest.substr(0, rest.find_first_of(between));
    rest.remove_prefix(word.size());
    if (is_common_word(word)) continue;
    words.append(" ").append(word);
    ++count;
  }
  return words;
}

}  // namespace

MergedWork read_merge(std::string_view subject, std::string_view body) {
  if (const auto rest = text_after(subject, "Merge pull request "); !rest.empty()) return read_github_merge(rest, body);
  if (const auto rest = text_after(subject, "Merge branch "); !rest.empty()) return read_branch_merge(rest, body);
  if (const auto rest = text_after(subject, "Merge remote-tracking branch "); !rest.empty())
    return read_branch_merge(rest, body);
  // Bitbucket.
  if (const auto rest = text_after(subject, "Merged in "); !rest.empty()) {
    const std::string_view branch = first_word_of(rest);
    if (is_long_lived(branch)) return {};
    const std::size_t number = rest.find('#');
    return {tidy(first_line_of(body)),
            number == std::string_view::npos ? std::string() : std::string(count_number(rest.substr(number))),
            tidy(branch)};
  }
  // Azure DevOps: `Merged PR 12: Title`.
  if (const auto rest = text_after(subject, "Merged PR "); !rest.empty()) {
    const std::size_t colon = rest.find(':');
    if (colon == std::string_view::npos) return {};
    return {tidy(rest.substr(colon + 1)), fmt::format("#{}", tidy(rest.substr(0, colon))), {}};
  }
  return {};
}

bool is_unfinished_commit(std::string_view subject) {
  const std::string lower = to_lower(trim(subject.substr(0, 80)));
  for (const std::string_view start : {"fixup!", "squash!", "amend!", "wip:", "wip ", "[wip]", "(wip)"})
    if (lower.starts_with(start)) return true;
  return lower.empty() || lower == "wip" || lower == "work in progress" || lower == ".";
}

std::string_view find_reverted(std::string_view subject) {
  const std::string_view rest = text_after(subject, "Revert \"");
  return rest.ends_with('"') ? rest.substr(0, rest.size() - 1) : std::string_view();
}

std::string find_topic(std::string_view subject) {
  if (const std::string_view ticket = find_ticket(subject); !ticket.empty()) return fmt::format("ticket {}", ticket);
  const ConventionalSubject parts = split_conventional(subject);
  if (!parts.scope.empty()) return fmt::format("scope {}", to_lower(parts.scope));
  const std::string words = find_first_words(parts.text);
  return words.empty() ? fmt::format("text {}", to_lower(subject)) : fmt::format("words{}", words);
}

}  // namespace rung
