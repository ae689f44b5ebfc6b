#include <algorithm>
#include <cstdio>
#include <functional>

#include "campaign/obstacles.hpp"
#include "campaign/scenario.hpp"
#include "campaign/strace.hpp"
#include "catch.hpp"
#include "pty/session.hpp"
#include "skip.hpp"

using rung::Scratch;

namespace {

const std::vector<std::string> errors{"ENOSPC", "EIO", "EDQUOT", "EINTR", "EACCES", "EMFILE"};

/// The first thing that is printed about a failure, and what follows it, in one line; empty when there is none.
std::string find_complaint(const std::string& output, const std::string& excuse = {}) {
  std::string line;
  for (const char byte : output) {
    const bool is_space = byte == '\n' || byte == '\r' || byte == ' ';
    if (!is_space) line += byte;
    if (is_space && !line.ends_with(' ')) line += ' ';
  }
  std::size_t first = std::string::npos;
  for (const char* word : {"rung: ", "error: ", "warning: ", "not saved"}) first = std::min(first, line.find(word));
  if (!excuse.empty()) first = std::min(first, line.find(excuse));
  return first == std::string::npos ? std::string() : line.substr(first, 500);
}

/// Whether it says which file, and what to do. The command that resumes names the ladder, which is not meant.
bool is_helpful(std::string complaint, const std::string& place) {
  const std::string resume = "rung assess " + place;
  for (auto at = complaint.find(resume); at != std::string::npos; at = complaint.find(resume))
    complaint.erase(at, resume.size());
  const bool has_way_out = complaint.find("hint: ") != std::string::npos || complaint.find(" (") != std::string::npos;
  return complaint.find(place) != std::string::npos && has_way_out;
}

/// Whether the draft that is said to hold the answers is there. True where none is named.
bool keeps_word(const std::string& complaint) {
  const std::string claim = "the answers are in the draft ";
  const auto at = complaint.find(claim);
  if (at == std::string::npos) return true;
  const std::size_t begin = at + claim.size();
  return std::filesystem::exists(complaint.substr(begin, complaint.find(';', begin) - begin));
}

/// Whether it went as if nothing had happened, or what was promised is there and the failure is told.
void judge(const Course& course, const std::string& place, const Outcome& failed, Figures& figures) {
  const int index = course.index_of(failed.state);
  const int promised = course.promised_by(failed.output);
  const std::string& excuse = course.scenario().excuse;
  const std::string complaint = find_complaint(failed.output, excuse);
  INFO("exit " << failed.exit_code << ", promised state " << promised << ", found state " << index << ":\n"
               << failed.state << "\nprinted:\n"
               << failed.output);
  const bool is_as_usual = failed.exit_code == 0 && failed.state == course.last_state();
  const bool is_excused = !excuse.empty() && complaint.starts_with(excuse);
  const bool is_told = (failed.exit_code != 0 || is_excused) && failed.exit_code < 128 && !complaint.empty();
  CHECK((is_as_usual || is_told));
  CHECK(keeps_word(complaint));
  if (index < 0) ++figures.corrupt;
  if (index >= 0 && index < promised) ++figures.lost;
  CHECK(index >= promised);
  if ((!is_as_usual && !is_told) || !keeps_word(complaint)) ++figures.silent;
  const bool is_vague = is_told && !is_helpful(complaint, place);
  CHECK_FALSE(is_vague);
  if (is_vague) ++figures.vague;
}

/// The next start, with nothing in its way.
void judge_next(const Course& course, const std::string& place, const Outcome& failed, Figures& figures) {
  const Outcome next = course.run_next(place);
  INFO("started again, exit " << next.exit_code << "\n" << next.output);
  CHECK((next.exit_code == 0 || next.exit_code == 5));
  const std::string expected = course.state_after_next(failed.state);
  if (next.state != expected) ++figures.corrupt;
  CHECK(next.state == expected);
  const auto temporaries = list_temporaries(place);
  CHECK(temporaries.empty());
  if (!temporaries.empty()) ++figures.littered;
}

/// Linux closes a file even if that is interrupted. strace leaves it open, and a second wait for a lock on it would
/// never end.
bool keeps_open(const TracedCall& call, const std::string& error) { return call.name == "close" && error == "EINTR"; }

/// The calls about files below the place, each with every error.
void fail_each_call(const Course& course, int every) {
  Figures figures{course.scenario().name};
  std::vector<TracedCall> calls;
  {
    const Scratch place;
    course.begin(place.path());
    const Outcome whole = course.run(place.path(), under_strace(course.program(place.path()), place / "trace"));
    REQUIRE(whole.state == course.last_state());
    for (const TracedCall& call : read_trace(place / "trace", place.path()))
      if (call.is_at_home) calls.push_back(call);
  }
  REQUIRE(calls.size() > 5);
  int turn = 0;
  for (const TracedCall& call : calls) {
    for (const std::string& error : errors) {
      if (turn++ % every != 0 || keeps_open(call, error)) continue;
      const Scratch place;
      const Scratch beside;
      course.begin(place.path());
      const std::string injection = "inject=" + call.name + ":error=" + error + ":when=" + std::to_string(call.number);
      INFO(course.scenario().name << ", " << error << " from " << call.text());
      const auto command = under_strace(course.program(place.path()), beside / "trace", injection);
      const Outcome failed = course.run(place.path(), command);
      ++(has_injected(beside / "trace") ? figures.tried : figures.missed);
      judge(course, place.path(), failed, figures);
      judge_next(course, place.path(), failed, figures);
    }
  }
  print("faults", figures);
}

/// Runs it once with something in its way that `wrap` puts there.
void fail_once(
    const Course& course, Figures& figures,
    const std::function<std::vector<std::string>(const std::vector<std::string>&, const std::string& place)>& wrap) {
  const Scratch place;
  course.begin(place.path());
  const Outcome failed = course.run(place.path(), wrap(course.program(place.path()), place.path()));
  const bool is_in_its_way = failed.exit_code != 0 || !find_complaint(failed.output).empty();
  ++(is_in_its_way ? figures.tried : figures.missed);
  judge(course, place.path(), failed, figures);
  judge_next(course, place.path(), failed, figures);
}

}  // namespace

TEST_CASE("an error of any call about a file is absorbed or told, and costs nothing that was there", "[faults]") {
  if (!can_trace()) return skip("strace is not here, or may not trace");
  for (const Course& course : all_courses())
    if (!course.scenario().depends_on_what_it_reads) fail_each_call(course, is_long_form() ? 1 : 139);
}

TEST_CASE("a file that may not grow beyond any size costs nothing that was there", "[faults]") {
  Figures figures{"files limited to 0 to 4096 bytes"};
  for (const Course& course : all_courses()) {
    for (int bytes = 0; bytes <= 4096; bytes += is_long_form() ? 64 : 2048) {
      INFO(course.scenario().name << ", files of at most " << bytes << " bytes");
      fail_once(course, figures,
                [bytes](const auto& program, const std::string&) { return with_small_files(program, bytes); });
    }
  }
  print("faults", figures);
}

TEST_CASE("a disk with no room, or none for another file, costs nothing that was there", "[disks]") {
  if (!can_mount()) return skip("full disks need the right to mount");
  Figures figures{"full disk (tmpfs)"};
  for (const Course& course : all_courses()) {
    for (int room = 0; room <= 8; room += is_long_form() ? 1 : 8) {
      for (const char* limit : {"pages", "files"}) {
        INFO(course.scenario().name << ", room for " << room << " " << limit);
        fail_once(course, figures, [&](const auto& program, const std::string& place) {
          return on_small_disk(program, place, limit, room);
        });
      }
    }
  }
  print("faults", figures);
}

TEST_CASE("directories that may not be written to cost nothing that was there", "[disks]") {
  if (!can_mount()) return skip("read-only file systems need the right to mount");
  Figures permissions{"directories without permission to write"};
  Figures mounted{"read-only file system"};
  for (const Course& course : all_courses()) {
    INFO(course.scenario().name);
    fail_once(course, permissions, without_write_permission);
    fail_once(course, mounted, on_read_only_disk);
  }
  print("faults", permissions);
  print("faults", mounted);
}

namespace {

/// Something that happens to the data directory while a session is open on it.
struct Mishap {
  const char* name;
  void (*happen)(const std::string& home);
};

void remove_home(const std::string& home) { std::filesystem::remove_all(home); }

void put_file_in_place(const std::string& home) {
  std::filesystem::remove_all(home);
  std::FILE* file = std::fopen(home.c_str(), "w");
  REQUIRE(file != nullptr);
  std::fclose(file);
}

void remove_drafts(const std::string& home) { std::filesystem::remove_all(home + "/drafts"); }

void move_home(const std::string& home) { std::filesystem::rename(home, home + "-moved"); }

}  // namespace

TEST_CASE("a data directory that goes away in mid-session is told, and no answer is called saved in vain", "[faults]") {
  Figures figures{"data directory removed or replaced"};
  const Course& course = all_courses().front();
  for (const Mishap& mishap : {Mishap{"removed", remove_home}, Mishap{"replaced by a file", put_file_in_place},
                               Mishap{"drafts removed", remove_drafts}, Mishap{"moved away", move_home}}) {
    INFO(mishap.name);
    const Scratch place;
    course.begin(place.path());
    const std::string home = place / "home";
    Session session(home, {}, {.command = course.program(place.path())});
    session.wait_for_prompt();
    session.type("3");
    session.wait_for_count("· saved", 1);
    session.wait_for_prompt();
    mishap.happen(home);
    session.take_output();
    session.type("2");
    session.wait_for_prompt();
    const std::string output = without_styles(session.take_output());
    INFO(output);
    ++figures.tried;
    // Where the open directory was only moved, the answer is in it; else it must be said that it is nowhere.
    const bool is_there = std::filesystem::exists(home + "-moved/drafts/tiny/kim.json");
    const bool is_saved = output.find("not saved") == std::string::npos;
    if (is_saved && !is_there) ++figures.silent;
    CHECK(is_saved == is_there);
    session.type("q");
    if (!is_there) {
      session.wait_for_prompt();
      session.type("q");
    }
    const int code = session.wait_for_exit();
    CHECK(code == (is_there ? 5 : 4));
  }
  print("faults", figures);
}
