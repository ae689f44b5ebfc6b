#include "../../src/cli/git_candidates.hpp"

#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "catch.hpp"
#include "cli/program.hpp"
#include "skip.hpp"

#include <rung/log/log.hpp>
#include <rung/terminal/programs.hpp>
#include <rung/text/shell_word.hpp>

using namespace rung;

namespace {

bool has_git() {
  if (std::system("command -v git >/dev/null 2>&1") == 0) return true;
  skip("git is not installed");
  return false;
}

/// A repository in a directory of its own, made by git without anybody's settings.
class Repository {
 public:
  std::string name = "Kim";
  std::string address = "kim@example.org";
  std::string author = "Kim <kim@example.org>";

  Repository() {
    run({"init", "-q", "-b", "main", scratch_ / "project"});
    run({"config", "user.name", name});
    run({"config", "user.email", address});
  }

  [[nodiscard]] std::string path(const std::string& at = "project") const { return scratch_ / at; }
  [[nodiscard]] const Scratch& scratch() const { return scratch_; }

  /// What git prints.
  std::string run(std::vector<std::string> arguments, const std::string& when = "2026-03-01T09:00:00Z") const {
    std::vector<std::string> words{"git"};
    if (arguments.front() != "init" && arguments.front() != "clone") words.insert(words.end(), {"-C", path()});
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::string out;
    const auto output = capture_program(words, settings(when), [&out](std::string_view piece) { out += piece; });
    INFO(output.err);
    REQUIRE(output.end == ProgramEnd(Exited{0}));
    return out;
  }

  void commit(const std::string& message, const std::string& day = "2026-03-01", const std::string& by = {}) {
    // Later commits of one day are later.
    const std::string when = fmt::format("{}T09:{:02}:{:02}Z", day, count_ / 60 % 60, count_ % 60);
    ++count_;
    std::vector<std::string> arguments{
        "commit", "-q", "--allow-empty", "--allow-empty-message", "--cleanup=verbatim", "-F", scratch_ / "message"};
    if (!by.empty()) arguments.push_back(fmt::format("--author={}", by));
    scratch_.write("message", message);
    run(arguments, when);
  }

  void merge(const std::string& branch, const std::string& message, const std::string& day = "2026-03-05") {
    run({"merge", "-q", "--no-ff", branch, "-m", message}, fmt::format("{}T18:00:00Z", day));
  }

  /// Nothing from outside of the repository.
  [[nodiscard]] std::vector<std::string> settings(const std::string& when) const {
    return {"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null", fmt::format("HOME={}", scratch_.path()),
            fmt::format("GIT_AUTHOR_DATE={}", when), fmt::format("GIT_COMMITTER_DATE={}", when)};
  }

  cli::GitCandidates read(const cli::GitRequest& request, const std::vector<Entry>& log = {}) const {
    PosixFilesystem files;
    const cli::Environment environment;
    cli::Ports ports{files, {}, {}, {}, {}, [] { return *parse_timestamp("2026-04-02T09:00:00Z"); }, {}, {}};
    ports.capture = [this](const auto& words, const auto& given, const auto& take) {
      std::vector<std::string> all = given;
      for (const std::string& setting : settings("2026-04-02T09:00:00Z")) all.push_back(setting);
      return capture_program(words, all, take);
    };
    const cli::Scene scene{environment, ports, {}, {}, {}, 80};
    return cli::read_git_candidates(scene, request, log);
  }

  cli::GitCandidates read() const { return read({path(), {}, {}}); }

  /// Each entry on a line, and each problem.
  static std::string show(const cli::GitCandidates& found) {
    std::string shown;
    for (const Entry& entry : found.candidates.entries) {
      shown += fmt::format("{} {}\n", format_date(entry.on), entry.text);
      CHECK(read_log(write_entry(entry), "log.jsonl").entries == std::vector<Entry>{entry});
    }
    for (const Diagnostic& problem : found.candidates.problems)
      shown += fmt::format("{}; {}\n", problem.message, problem.hint);
    return shown;
  }

  std::string show() const { return show(read()); }

  /// What the refusal says.
  std::string refusal(const cli::GitRequest& request) const {
    const Error error = error_of([&] { static_cast<void>(read(request)); });
    CHECK(error.code() == ExitCode::bad_input);
    std::string said = fmt::format("{}; {}", error.what(), error.hint());
    for (auto at = said.find(scratch_.path()); at != std::string::npos; at = said.find(scratch_.path()))
      said.replace(at, scratch_.path().size(), "/tmp");
    return said;
  }

 private:
  Scratch scratch_;
  int count_ = 0;
};

}  // namespace

TEST_CASE("a person's own commits are candidates", "[git]") {
  if (!has_git()) return;
  Repository repository;
  repository.commit("Cache the search index", "2026-03-01");
  repository.commit("Somebody else's work", "2026-03-01", "Lee <lee@example.org>");
  repository.commit("Write the runbook\n\nWith a body.", "2026-03-02");
  const auto found = repository.read();
  CHECK(Repository::show(found) == "2026-03-01 Cache the search index\n2026-03-02 Write the runbook\n");
  CHECK(found.repository == "project");
  CHECK(found.author == "kim@example.org");
  CHECK_FALSE(found.is_shallow);
  const std::string hash = repository.run({"rev-parse", "HEAD"}).substr(0, 12);
  CHECK(found.candidates.entries.back().source == fmt::format("git:project@{}", hash));
  CHECK(Repository::show(repository.read({repository.path(), "LEE@", {}})) == "2026-03-01 Somebody else's work\n");
  CHECK(Repository::show(repository.read({repository.path(), {}, parse_date("2026-03-02")})) ==
        "2026-03-02 Write the runbook\n");
}

TEST_CASE("commits of one day on one topic are one candidate, whose id does not change when it grows", "[git]") {
  if (!has_git()) return;
  Repository repository;
  repository.commit("fix(upload): retry on timeouts", "2026-03-01");
  repository.commit("test(upload): cover retries", "2026-03-01");
  repository.commit("AB-12 Sketch the ranker", "2026-03-01");
  const auto first = repository.read();
  CHECK(Repository::show(first) ==
        "2026-03-01 fix(upload): retry on timeouts (and 1 more commit)\n2026-03-01 AB-12 Sketch the ranker\n");
  repository.commit("docs(upload): explain retries", "2026-03-01");
  repository.commit("Add the ranker (AB-12)", "2026-03-02");
  CHECK(repository.read().candidates.entries[0].id == first.candidates.entries[0].id);
  const auto again = repository.read({repository.path(), {}, {}}, first.candidates.entries);
  CHECK(Repository::show(again) == "2026-03-02 Add the ranker (AB-12)\n");
}

TEST_CASE("a merged branch is one candidate", "[git]") {
  if (!has_git()) return;
  Repository repository;
  repository.commit("Start", "2026-02-01", "Lee <lee@example.org>");
  repository.run({"checkout", "-q", "-b", "retries"});
  repository.commit("Retry uploads", "2026-03-01");
  repository.commit("wip", "2026-03-02");
  const auto before = repository.read();
  repository.commit("Back off", "2026-03-03");
  repository.run({"checkout", "-q", "main"});
  repository.commit("Direct work on main", "2026-03-02");
  repository.merge("retries", "Merge pull request #12 from kim/retries\n\nRetry failed uploads\n\nMore.");
  repository.run({"checkout", "-q", "-b", "topic/ranker"});
  repository.commit("Rank by clicks", "2026-03-06");
  repository.run({"checkout", "-q", "main"});
  repository.commit("Other work on main", "2026-03-07", "Lee <lee@example.org>");
  repository.run({"checkout", "-q", "topic/ranker"});
  repository.merge("main", "Merge branch 'main' into topic/ranker", "2026-03-08");
  repository.commit("Tune it", "2026-03-09");
  repository.run({"checkout", "-q", "main"});
  repository.merge("topic/ranker", "Merge branch 'topic/ranker'", "2026-03-10");
  const auto found = repository.read();
  CHECK(Repository::show(found) ==
        "2026-03-02 Direct work on main\n"
        "2026-03-03 Retry failed uploads (#12)\n"
        "2026-03-09 topic/ranker: Rank by clicks (and 1 more commit)\n");
  // What was imported from the branch is not offered again once it is merged.
  CHECK(found.candidates.entries[1].id == before.candidates.entries[0].id);
}

TEST_CASE("a merge of somebody else's commits is no candidate", "[git]") {
  if (!has_git()) return;
  Repository repository;
  repository.commit("Start", "2026-02-01");
  repository.run({"checkout", "-q", "-b", "theirs"});
  repository.commit("Their work", "2026-03-01", "Lee <lee@example.org>");
  repository.run({"checkout", "-q", "main"});
  repository.merge("theirs", "Merge branch 'theirs'");
  CHECK(repository.show() == "2026-02-01 Start\n");
}

TEST_CASE("unfinished commits and what was reverted on its day are left out", "[git]") {
  if (!has_git()) return;
  Repository repository;
  for (const char* message : {"wip", "WIP: ranker", "fixup! Cache", "squash! Cache", "Cache the index",
                              "Warm the cache", "Revert \"Warm the cache\"\n\nThis reverts commit 1."})
    repository.commit(message, "2026-03-01");
  repository.commit("Revert \"Cache the index\"", "2026-03-02");
  CHECK(repository.show() == "2026-03-01 Cache the index\n2026-03-02 Revert \"Cache the index\"\n");
}

TEST_CASE("hostile names and messages come out as plain text", "[git]") {
  if (!has_git()) return;
  Repository repository;
  repository.commit("\x1B[31mred\x1B[0m \x07 bell", "2026-03-01");
  repository.commit("--output=/tmp/x begins with a dash", "2026-03-02");
  repository.commit("right \u202Eto left\u2069 \u200Bhidden", "2026-03-03");
  repository.commit("", "2026-03-04");
  repository.commit(std::string(1U << 20U, 'x'), "2026-03-05");
  std::string words;
  while (words.size() < 1U << 20U) words += "word ";
  repository.commit(words, "2026-03-06");
  repository.commit("latin \xE9 bytes", "2026-03-07");
  repository.commit("not mine", "2026-03-08", "kim@example.org \x1B]0;kim <evil@example.org>");
  const auto found = repository.read();
  REQUIRE(found.candidates.entries.size() == 6);
  const auto& entries = found.candidates.entries;
  CHECK(entries[0].text == "[31mred[0m bell");
  CHECK(entries[1].text == "--output=/tmp/x begins with a dash");
  CHECK(entries[2].text == "right to left hidden");
  CHECK(entries[3].text == fmt::format("{}…", std::string(3'999, 'x')));
  CHECK(entries[4].text.ends_with("word…"));
  CHECK(entries[5].text.starts_with("latin "));
  Repository::show(found);
  CHECK(Repository::show(repository.read({repository.path(), "evil", {}})) == "2026-03-08 not mine\n");
}

TEST_CASE("commits of the future are reported", "[git]") {
  if (!has_git()) return;
  Repository repository;
  repository.commit("Ahead of its time", "2027-03-01");
  const std::string hash = repository.run({"rev-parse", "HEAD"}).substr(0, 12);
  CHECK(repository.show() ==
        fmt::format("the commit {} is of 2027-03-01, which is in the future; log it by hand\n", hash));
}

TEST_CASE("a repository may be bare, shallow, or of a remote", "[git]") {
  if (!has_git()) return;
  Repository repository;
  repository.commit("One", "2026-03-01");
  repository.commit("Two", "2026-03-02");
  repository.run({"clone", "-q", "--bare", repository.path(), repository.path("copy.git")});
  const auto bare = repository.read({repository.path("copy.git"), "Kim", {}});
  CHECK(Repository::show(bare) == "2026-03-01 One\n2026-03-02 Two\n");
  CHECK(bare.repository == "project");
  repository.run(
      {"clone", "-q", "--depth", "1", fmt::format("file://{}", repository.path()), repository.path("shallow")});
  const auto shallow = repository.read({repository.path("shallow"), "Kim", {}});
  CHECK(Repository::show(shallow) == "2026-03-02 Two\n");
  CHECK(shallow.is_shallow);
  repository.run({"remote", "add", "origin", "https://kim:secret@Example.org/team/search.git"});
  CHECK(repository.read().repository == "example.org/team/search");
}

TEST_CASE("a repository runs nothing and is not written to", "[git]") {
  if (!has_git()) return;
  Repository repository;
  repository.commit("One", "2026-03-01");
  const std::string script = repository.path("script");
  repository.scratch().write("script", fmt::format("#!/bin/sh\ntouch {}\ncat\n", repository.path("ran")), 0700);
  for (const char* setting : {"core.fsmonitor", "core.pager", "pager.log", "gpg.program", "diff.external",
                              "core.sshCommand", "alias.log", "core.editor", "interactive.diffFilter"})
    repository.run({"config", setting, setting == std::string("alias.log") ? fmt::format("!{}", script) : script});
  repository.run({"config", "log.showSignature", "true"});
  CHECK(repository.show() == "2026-03-01 One\n");
  CHECK_FALSE(std::filesystem::exists(repository.path("ran")));
}

TEST_CASE("a directory without commits to read says why", "[git]") {
  if (!has_git()) return;
  Repository repository;
  CHECK(repository.refusal({repository.path(), {}, {}}) ==
        "there are no commits in /tmp/project; check out the branch with your work, or name another directory");
  CHECK(repository.refusal({repository.scratch().path(), {}, {}}) ==
        "/tmp is not in a git repository; name a directory of one: rung log import git DIR");
  CHECK(
      repository.refusal({"-x", {}, {}}) ==
      "git cannot read -x: cannot change to '-x': No such file or directory; run `git -C -x log` to see what is wrong");
  repository.commit("One", "2026-03-01", "Lee <lee@example.org>");
  CHECK(repository.refusal({repository.path(), {}, {}}) ==
        "none of the 1 commits in /tmp/project is by kim@example.org; name yourself as the commits do: --author TEXT");
  CHECK(repository.refusal({repository.path(), "--all", {}}) ==
        "none of the 1 commits in /tmp/project is by --all; name yourself as the commits do: --author TEXT");
  repository.run({"config", "--unset", "user.email"});
  CHECK(repository.read({repository.path(), "lee", {}}).author == "lee");
  repository.run({"config", "--unset", "user.name"});
  CHECK(repository.refusal({repository.path(), {}, {}}) ==
        "git does not know who you are, so no commit is known to be yours; name yourself with --author TEXT, a part of "
        "your name or address in commits");
}

TEST_CASE("a refusal of git is passed on", "[cli]") {
  Program program;
  const auto refuse_with = [&program](const std::function<ProgramOutput()>& answer) {
    PosixFilesystem files;
    cli::Ports ports{files, {}, {}, {}, {}, [] { return Timestamp{}; }, {}, {}};
    ports.capture = [&answer](const auto&, const auto&, const auto&) { return answer(); };
    const cli::Scene scene{program.environment, ports, {}, {}, {}, 80};
    const Error error = error_of([&] { static_cast<void>(cli::read_git_candidates(scene, {"dir", {}, {}}, {})); });
    return fmt::format("{}: {}; {}", static_cast<int>(error.code()), error.what(), error.hint());
  };
  CHECK(refuse_with([]() -> ProgramOutput { throw std::system_error(ENOENT, std::generic_category(), "git"); }) ==
        "3: git cannot be started: No such file or directory; install git, or import a file instead");
  CHECK(refuse_with([] {
          return ProgramOutput{Exited{128},
                               "fatal: detected dubious ownership in repository at '/srv/dir'\nTo add an exception for "
                               "this directory, call:\n\n\tgit config --global --add safe.directory /srv/dir\n"};
        }) ==
        "3: git refuses to read dir: it belongs to another user; if you trust it, run `git config --global --add "
        "safe.directory /srv/dir`");
  CHECK(refuse_with([] {
          return ProgramOutput{Exited{128}, "fatal: \x1B[31m bad config\nmore\n"};
        }) == "3: git cannot read dir: \\u{1B}[31m bad config; run `git -C dir log` to see what is wrong");
  CHECK(refuse_with([] { return ProgramOutput{Interrupted{2}, ""}; }) == "130: git was interrupted; ");
}
