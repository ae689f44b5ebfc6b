#include <rung/log/git_history.hpp>

#include <string>
#include <vector>

#include <fmt/format.h>

#include <rung/text/ascii.hpp>

#include "catch.hpp"

using namespace rung;

namespace {

std::string hash_of(char letter) { return std::string(40, letter); }

/// What git prints of a commit by Kim. `parents` are letters.
std::string print_commit(char letter, std::string_view parents, std::string_view day, std::string_view subject,
                         std::string_view body = {}) {
  std::string printed = fmt::format("{}", hash_of(letter));
  printed += '\0';
  for (const char parent : parents) printed += fmt::format("{}{}", printed.ends_with('\0') ? "" : " ", hash_of(parent));
  for (const std::string_view field :
       {std::string_view("Kim"), std::string_view("Kim@Example.org"), day, subject, body})
    printed.append(1, '\0').append(field);
  printed += '\0';
  return printed;
}

GitHistory read_history(std::string_view printed, std::size_t piece = 1U << 16U) {
  GitHistoryReader reader({"example.org/search",
                           {GitAuthor::Match::address, "kim@example.org"},
                           {},
                           *parse_timestamp("2026-04-02T09:00:00Z")});
  for (std::size_t at = 0; at < printed.size(); at += piece) reader.feed(printed.substr(at, piece));
  return reader.finish();
}

std::string show_history(std::string_view printed) {
  std::string shown;
  for (const Entry& entry : read_history(printed, 5).candidates.entries)
    shown += fmt::format("{} {}\n", format_date(entry.on), entry.text);
  return shown;
}

/// The text of a merge with that subject and body of a branch with two commits.
std::string fold_of(std::string_view subject, std::string_view body = {}) {
  const std::string printed =
      fmt::format("{}{}{}{}", print_commit('a', "db", "2026-03-05", subject, body),
                  print_commit('b', "c", "2026-03-04", "second thing"),
                  print_commit('c', "d", "2026-03-03", "first thing"), print_commit('d', "", "2026-03-01", "root"));
  std::string shown;
  for (const Entry& entry : read_history(printed).candidates.entries)
    if (entry.text != "root") shown += fmt::format("{}{}", shown.empty() ? "" : " | ", entry.text);
  return shown;
}

}  // namespace

TEST_CASE("merges are named as each host names them", "[log]") {
  CHECK(fold_of("Merge pull request #12 from kim/retries", "Retry uploads\n\nMore.") == "Retry uploads (#12)");
  CHECK(fold_of("Merge pull request #12 from kim/retries") == "retries: first thing (and 1 more commit)");
  CHECK(fold_of("Merge branch 'retries' into 'main'", "Retry uploads\n\nSee merge request team/search!34") ==
        "Retry uploads (!34)");
  CHECK(fold_of("Merge branch 'kim/retries'") == "kim/retries: first thing (and 1 more commit)");
  CHECK(fold_of("Merge remote-tracking branch 'origin/retries'") == "origin/retries: first thing (and 1 more commit)");
  CHECK(fold_of("Merged in kim/retries (pull request #56)", "Retry uploads\n\nApproved-by: Lee") ==
        "Retry uploads (#56)");
  CHECK(fold_of("Merged PR 78: Retry uploads") == "Retry uploads (#78)");
}

TEST_CASE("merges that bring no one's work in particular fold nothing", "[log]") {
  const std::string apart = "first thing | second thing";
  CHECK(fold_of("Merge branch 'main' into retries") == apart);
  CHECK(fold_of("Merge branch 'retries' of example.org:team/search into retries") == apart);
  CHECK(fold_of("Merge remote-tracking branch 'origin/develop'") == apart);
  CHECK(fold_of("Merge pull request #50 from team/develop", "Release 1.2") == apart);
  CHECK(fold_of("Merge branches 'one' and 'two'") == apart);
  CHECK(fold_of("Merge tag 'v1.2'") == apart);
  CHECK(fold_of("Some other text") == apart);
}

TEST_CASE("a branch within a branch keeps its own commits", "[log]") {
  // f merges the outer branch, whose e merges the inner one, c. d is the outer work, b the main line.
  const std::string printed =
      fmt::format("{}{}{}{}{}", print_commit('f', "be", "2026-03-09", "Merge branch 'outer'"),
                  print_commit('e', "dc", "2026-03-08", "Merge branch 'inner' into outer"),
                  print_commit('d', "b", "2026-03-07", "outer work"),
                  print_commit('c', "b", "2026-03-06", "inner work"), print_commit('b', "", "2026-03-05", "main work"));
  CHECK(show_history(printed) == "2026-03-05 main work\n2026-03-06 inner: inner work\n2026-03-07 outer: outer work\n");
}

TEST_CASE("topics are tickets, scopes, or the first words that say something", "[log]") {
  const auto count_folds = [](std::string_view one, std::string_view other) {
    return read_history(fmt::format("{}{}", print_commit('b', "a", "2026-03-05", other),
                                    print_commit('a', "", "2026-03-05", one)))
        .candidates.entries.size();
  };
  CHECK(count_folds("AB-12 sketch", "Polish (AB-12)") == 1);
  CHECK(count_folds("AB-12 sketch", "AB-13 sketch") == 2);
  CHECK(count_folds("Print UTF-8", "Read UTF-8") == 2);
  CHECK(count_folds("feat(ui)!: a button", "fix(UI): its color") == 1);
  CHECK(count_folds("feat: upload retries", "fix: upload retries once more") == 1);
  CHECK(count_folds("Add the upload retries", "Fix upload retries on Windows") == 1);
  CHECK(count_folds("Add tests for uploads", "Add docs for search") == 2);
}

TEST_CASE("what is no output of git is reported", "[log]") {
  const GitHistory history = read_history(std::string("a\0b\0c\0d\0e\0f\0g\0", 14));
  REQUIRE(history.candidates.problems.size() == 1);
  CHECK(history.candidates.problems.front().message == "git printed what is no commit");
  const GitHistory undated = read_history(print_commit('a', "", "", "work"));
  REQUIRE(undated.candidates.problems.size() == 1);
  CHECK(undated.candidates.problems.front().message == "the commit aaaaaaaaaaaa has no date that Rung can read");
  CHECK(undated.candidates.problems.front().hint == "log it by hand");
}

TEST_CASE("a repository is named by its remote address, else by its directory", "[log]") {
  CHECK(name_repository("https://kim:secret@GitHub.com/team/search.git", "/x/.git") == "github.com/team/search");
  CHECK(name_repository("git@github.com:team/search.git", "/x/.git") == "github.com/team/search");
  CHECK(name_repository("ssh://git@example.org:2222/team/search/", "/x/.git") == "example.org/team/search");
  CHECK(name_repository("/home/kim/search.git", "/x/.git") == "search");
  CHECK(name_repository("file:///home/kim/search", "/x/.git") == "search");
  CHECK(name_repository("../search", "/x/.git") == "search");
  CHECK(name_repository("", "/home/kim/search/.git") == "search");
  CHECK(name_repository("", "/home/kim/search.git") == "search");
  CHECK(name_repository("", "/home/kim/search/.git/worktrees/fix") == "search");
  CHECK(name_repository("", "/") == "repository");
}
