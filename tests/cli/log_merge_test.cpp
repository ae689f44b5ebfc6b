#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <rung/store/log_file.hpp>
#include <rung/terminal/programs.hpp>

#include "catch.hpp"
#include "cli/program.hpp"
#include "skip.hpp"

using namespace rung;

namespace {

/// A clone that holds a log. Its git has nobody's settings.
class LogClone {
 public:
  LogClone(const Scratch& scratch, const std::string& name) : scratch_(scratch), home_{scratch / name} {}

  void git(std::vector<std::string> arguments) const {
    std::vector<std::string> words{"git"};
    const bool makes = arguments.front() == "init" || arguments.front() == "clone";
    if (!makes) words.insert(words.end(), {"-C", home_.root});
    words.insert(words.end(), arguments.begin(), arguments.end());
    if (makes) words.push_back(home_.root);
    std::string said;
    const ProgramOutput output = capture_program(
        words,
        {"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null", fmt::format("HOME={}", scratch_.path()),
         "GIT_AUTHOR_NAME=Kim", "GIT_AUTHOR_EMAIL=kim@example.org", "GIT_COMMITTER_NAME=Kim",
         "GIT_COMMITTER_EMAIL=kim@example.org"},
        [&said](std::string_view piece) { said += piece; });
    INFO(said << output.err);
    REQUIRE(output.end == ProgramEnd(Exited{0}));
  }

  void append(const Entry& version) const { append_to_log(files_, home_, std::vector{version}); }

  void commit() const {
    git({"add", "-A"});
    git({"commit", "-q", "-m", "Log"});
  }

  [[nodiscard]] Log read() const { return load_log(files_, home_); }
  [[nodiscard]] Entry find(const std::string& id) const {
    const Log log = read();
    const auto found =
        std::find_if(log.entries.begin(), log.entries.end(), [&id](const Entry& entry) { return entry.id == id; });
    REQUIRE(found != log.entries.end());
    return *found;
  }
  [[nodiscard]] const std::string& path() const { return home_.root; }

 private:
  const Scratch& scratch_;
  Home home_;
  mutable PosixFilesystem files_;
};

Entry merge_sample(const std::string& id, int minute = 0) {
  Entry entry;
  entry.id = id;
  entry.at = *parse_timestamp(fmt::format("2026-03-14T09:{:02}:00+01:00", minute));
  entry.on = *parse_date("2026-03-14");
  entry.text = fmt::format("text of {}", id);
  return entry;
}

/// Appends the next version, with another text, or removed if the text is empty.
void change(const LogClone& clone, const std::string& id, const std::string& text, int minute) {
  Entry next = next_version(clone.find(id), merge_sample(id, minute).at);
  if (text.empty())
    next.state = EntryState::removed;
  else
    next.text = text;
  clone.append(next);
}

/// What the log says of each entry: its text, or that it is removed.
std::map<std::string, std::string> list_states(const Log& log) {
  std::map<std::string, std::string> states;
  for (const Entry& entry : log.entries) states[entry.id] = entry.state == EntryState::removed ? "removed" : entry.text;
  return states;
}

}  // namespace

TEST_CASE("logs that git merged as a union have every entry, and say the same in either order", "[git]") {
  if (std::system("command -v git >/dev/null 2>&1") != 0) return skip("git is not installed");
  const Scratch scratch;
  const LogClone origin(scratch, "origin");
  origin.git({"init", "-q", "-b", "main"});
  scratch.write("origin/.gitattributes", "log.jsonl merge=union\n");
  for (const char* id : {"edited-left", "edited-both", "edited-removed", "removed-both", "removed-left", "untouched"})
    origin.append(merge_sample(id));
  origin.commit();
  const LogClone left(scratch, "left");
  const LogClone right(scratch, "right");
  for (const LogClone* clone : {&left, &right}) clone->git({"clone", "-q", origin.path()});

  left.append(merge_sample("of-left", 1));
  change(left, "edited-left", "left", 2);
  change(left, "edited-both", "left", 3);
  change(left, "edited-removed", "left", 4);
  change(left, "edited-removed", "left again", 5);
  change(left, "removed-both", "", 6);
  change(left, "removed-left", "", 7);
  left.commit();
  right.append(merge_sample("of-right", 1));
  change(right, "edited-both", "right", 8);
  change(right, "edited-removed", "", 9);
  change(right, "removed-both", "", 6);
  right.append(merge_sample("of-right-too", 10));
  right.commit();

  left.git({"fetch", "-q", right.path(), "main:other"});
  right.git({"fetch", "-q", left.path(), "main:other"});
  for (const LogClone* clone : {&left, &right}) clone->git({"merge", "-q", "other", "-m", "Merge"});

  const Log one = left.read();
  CHECK(one.problems.empty());
  CHECK(list_states(one) == std::map<std::string, std::string>{{"edited-both", "right"},
                                                               {"edited-left", "left"},
                                                               {"edited-removed", "left again"},
                                                               {"of-left", "text of of-left"},
                                                               {"of-right", "text of of-right"},
                                                               {"of-right-too", "text of of-right-too"},
                                                               {"removed-both", "removed"},
                                                               {"removed-left", "removed"},
                                                               {"untouched", "text of untouched"}});
  CHECK(one.entries == right.read().entries);

  // What is written after a merge counts over both sides, and merges again.
  change(left, "edited-both", "settled", 11);
  left.commit();
  right.append(merge_sample("after", 12));
  right.commit();
  right.git({"fetch", "-q", left.path(), "main:settled"});
  right.git({"merge", "-q", "settled", "-m", "Merge"});
  CHECK(right.read().problems.empty());
  CHECK(right.find("edited-both").text == "settled");
  CHECK(right.find("after").state == EntryState::kept);
}

TEST_CASE("a log that ends within a line loses no entry of either side when git merges it", "[git]") {
  if (std::system("command -v git >/dev/null 2>&1") != 0) return skip("git is not installed");
  const Scratch scratch;
  const LogClone origin(scratch, "origin");
  origin.git({"init", "-q", "-b", "main"});
  scratch.write("origin/.gitattributes", "log.jsonl merge=union\n");
  origin.append(merge_sample("common"));
  origin.commit();
  const LogClone left(scratch, "left");
  const LogClone right(scratch, "right");
  for (const LogClone* clone : {&left, &right}) clone->git({"clone", "-q", origin.path()});
  // A kill or a full disk left both without the last line feed.
  for (const char* side : {"left", "right"}) {
    const std::string file = fmt::format("{}/log.jsonl", side);
    scratch.write(file, fmt::format("{}{}", scratch.read(file), write_entry(merge_sample(fmt::format("of-{}", side)))));
  }
  for (const LogClone* clone : {&left, &right}) clone->commit();
  left.git({"fetch", "-q", right.path(), "main:other"});
  right.git({"fetch", "-q", left.path(), "main:other"});
  for (const LogClone* clone : {&left, &right}) {
    clone->git({"merge", "-q", "other", "-m", "Merge"});
    const Log log = clone->read();
    CHECK(log.problems.empty());
    CHECK(list_states(log) == std::map<std::string, std::string>{{"common", "text of common"},
                                                                 {"of-left", "text of of-left"},
                                                                 {"of-right", "text of of-right"}});
  }
  CHECK(left.read().entries == right.read().entries);
}
