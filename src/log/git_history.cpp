#include <rung/log/git_history.hpp>

#include <algorithm>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include <rung/text/ascii.hpp>
#include <rung/text/tidy.hpp>
#include <rung/text/utf8.hpp>
#include <rung/text/width.hpp>

#include "candidate_collector.hpp"
#include "git_folds.hpp"

namespace rung {
namespace {

enum GitField : std::size_t {
  hash_field,
  parents_field,
  name_field,
  address_field,
  date_field,
  subject_field,
  body_field
};
constexpr std::size_t git_field_count = 7;

/// What is kept of a field; the rest is skipped. A merge of a thousand branches fits.
constexpr std::size_t most_field_bytes = 48U << 10U;

constexpr std::size_t short_hash = 12;

/// In cells.
constexpr int longest_repository = 200;

std::string_view drop_git_ending(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.ends_with(".git")) path.remove_suffix(4);
  while (path.ends_with('/')) path.remove_suffix(1);
  return path;
}

std::string_view last_of_path(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_hash(std::string_view text) {
  return text.size() >= 40 && text.size() <= 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

/// At most max_entry_characters of `text`, cut between words if one ends near enough.
std::string cut_text(std::string text) {
  if (count_characters(text) <= static_cast<int>(max_entry_characters)) return text;
  std::size_t end = 0;
  for (std::size_t count = 0; count + 1 < max_entry_characters; ++count) {
    const auto decoded = decode_utf8(std::string_view(text).substr(end));
    end += decoded ? decoded->bytes : 1;
  }
  text.resize(end);
  if (const std::size_t space = text.rfind(' '); space != std::string::npos && space > end / 2) text.resize(space);
  return text.append("…");
}

/// What a fold says.
std::string describe_fold(const CommitFold& fold) {
  const std::size_t more = fold.commits.size() - 1;
  const std::string first = tidy(fold.commits.front().subject);
  const std::string rest =
      more == 0 ? std::string() : fmt::format(" (and {} more commit{})", more, more == 1 ? "" : "s");
  // Its end would be lost.
  constexpr std::size_t most_first = 3'500;
  const std::string_view start = std::string_view(first).substr(0, std::min(first.size(), most_first * 4));
  if (fold.merged == nullptr) return fmt::format("{}{}", start, rest);
  const MergedWork& work = *fold.merged;
  if (work.title.empty()) return fmt::format("{}: {}{}", work.branch, start, rest);
  return work.number.empty() ? work.title : fmt::format("{} ({})", work.title, work.number);
}

}  // namespace

std::vector<std::string> git_log_arguments() {
  return {"log",
          "-z",
          "--topo-order",
          "--date=short",
          "--no-notes",
          "--no-show-signature",
          "--no-ext-diff",
          "--no-textconv",
          "--no-patch",
          "--no-color",
          "--encoding=UTF-8",
          "--format=tformat:%H%x00%P%x00%aN%x00%aE%x00%ad%x00%s%x00%b",
          "--end-of-options",
          "HEAD",
          "--"};
}

struct GitHistoryReader::State {
  explicit State(GitSettings given) : settings(std::move(given)) { wanted = to_lower(settings.author.text); }

  [[nodiscard]] bool is_own() const {
    const std::string name = to_lower(fields[name_field]);
    const std::string address = to_lower(fields[address_field]);
    switch (settings.author.match) {
      case GitAuthor::Match::address: return address == wanted;
      case GitAuthor::Match::name: return name == wanted;
      case GitAuthor::Match::part: break;
    }
    return fmt::format("{} <{}>", name, address).find(wanted) != std::string::npos;
  }

  void complain(std::string message, std::string hint) {
    Diagnostic problem;
    problem.source = settings.repository;
    problem.severity = Severity::warning;
    problem.message = std::move(message);
    problem.hint = std::move(hint);
    ++history.candidates.unusable;
    if (history.candidates.problems.size() < max_diagnostics) history.candidates.problems.push_back(std::move(problem));
  }

  /// The day of the commit in `fields`, or a problem.
  std::optional<Date> read_day() {
    const auto day = parse_date(fields[date_field]);
    const std::string_view hash = std::string_view(fields[hash_field]).substr(0, short_hash);
    if (!day)
      complain(fmt::format("the commit {} has no date that Rung can read", hash), "log it by hand");
    else if (*day > date_of(settings.now))
      complain(fmt::format("the commit {} is of {}, which is in the future", hash, format_date(*day)),
               "log it by hand");
    else
      return day;
    return std::nullopt;
  }

  void take_commit() {
    if (!is_hash(fields[hash_field])) return complain("git printed what is no commit", "update git, and try again");
    ++history.commits;
    const bool is_merge = fields[parents_field].find(' ') != std::string::npos;
    const auto work = is_merge ? std::optional(read_merge(fields[subject_field], fields[body_field])) : std::nullopt;
    const std::uint32_t number = graph.add(fields[hash_field], fields[parents_field], work);
    if (is_merge || !is_own()) return;
    ++history.own;
    if (const auto day = read_day()) own.push_back({number, fields[hash_field], *day, fields[subject_field]});
  }

  void add_fold(const CommitFold& fold) {
    const Date on = fold.latest_day();
    if (settings.since && on < *settings.since) return;
    const std::string text = cut_text(tidy(describe_fold(fold)));
    Entry entry = make_candidate(on, text.empty() ? "(no message)" : text, settings.now);
    entry.id = make_entry_id(fmt::format("git:{}", fold.commits.front().hash));
    // Git prints no commit twice, but nothing here depends on that.
    if (!ids.insert(entry.id).second) return;
    entry.source = fmt::format("git:{}@{}", settings.repository, fold.commits.back().hash.substr(0, short_hash));
    history.candidates.entries.push_back(std::move(entry));
  }

  GitSettings settings;
  std::string wanted;  ///< of the author, in lower case
  std::array<std::string, git_field_count> fields;
  std::size_t field = 0;  ///< the one that is being read
  GitGraph graph;
  std::vector<OwnCommit> own;  ///< children before parents
  std::unordered_set<std::string> ids;
  GitHistory history;
};

GitHistoryReader::GitHistoryReader(GitSettings settings) : state_(std::make_unique<State>(std::move(settings))) {}
GitHistoryReader::~GitHistoryReader() = default;

void GitHistoryReader::feed(std::string_view bytes) {
  State& state = *state_;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\0'), bytes.size());
    std::string& field = state.fields.at(state.field);
    field.append(bytes.substr(0, std::min(end, most_field_bytes - field.size())));
    bytes.remove_prefix(end);
    if (bytes.empty()) return;
    bytes.remove_prefix(1);
    if (++state.field < git_field_count) continue;
    state.take_commit();
    for (std::string& text : state.fields) text.clear();
    state.field = 0;
  }
}

GitHistory GitHistoryReader::finish() {
  for (const CommitFold& fold : fold_commits(std::move(state_->own), state_->graph)) state_->add_fold(fold);
  return std::move(state_->history);
}

std::string name_repository(std::string_view remote, std::string_view git_directory) {
  std::string name;
  const std::size_t protocol = remote.find("://");
  const bool has_protocol = protocol != std::string_view::npos;
  if (has_protocol) remote.remove_prefix(protocol + 3);
  // `user:password@host/path`, `user@host:path`
  const std::size_t user = remote.substr(0, remote.find('/')).rfind('@');
  if (user != std::string_view::npos) remote.remove_prefix(user + 1);
  remote = drop_git_ending(remote);
  const std::size_t host = std::min(remote.find_first_of(":/"), remote.size());
  const bool is_local = host == 0 || host == remote.size() || remote.front() == '.' || remote.front() == '~';
  if (is_local) {
    name = last_of_path(remote);
  } else {
    std::string_view path = remote.substr(host + 1);
    if (has_protocol && remote[host] == ':') path.remove_prefix(std::min(path.find('/'), path.size()));
    path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
    name = fmt::format("{}/{}", to_lower(remote.substr(0, host)), path);
  }
  if (is_blank(name))
    name = last_of_path(drop_git_ending(git_directory.substr(0, git_directory.find("/.git/worktrees/"))));
  name = tidy(clip(name, longest_repository));
  return name.empty() ? "repository" : name;
}

}  // namespace rung
