#include <cstdio>

#include "campaign/scenario.hpp"
#include "campaign/strace.hpp"
#include "catch.hpp"
#include "pty/session.hpp"

using rung::Scratch;

namespace {

const std::vector<std::string> errors{"ENOSPC", "EIO", "EDQUOT", "EINTR", "EACCES", "EMFILE"};

/// Whether what is printed tells of a failure.
bool tells_failure(const std::string& output) {
  for (const char* word : {"rung: ", "error: ", "warning: ", "not saved"}) {
    if (output.find(word) != std::string::npos) return true;
  }
  return false;
}

/// Whether it went as if nothing had happened, or what was promised is there and the failure is told.
void judge(const Course& course, const Outcome& failed, Figures& figures) {
  ++figures.tried;
  const int index = course.index_of(failed.state);
  const int promised = course.promised_by(failed.output);
  INFO("exit " << failed.exit_code << ", promised state " << promised << ", found state " << index << ":\n"
               << failed.state << "\nprinted:\n"
               << failed.output);
  const bool is_as_usual = failed.exit_code == 0 && failed.state == course.last_state();
  const bool is_told = failed.exit_code != 0 && failed.exit_code < 128 && tells_failure(failed.output);
  CHECK((is_as_usual || is_told));
  if (index < 0) ++figures.corrupt;
  if (index >= 0 && index < promised) ++figures.lost;
  CHECK(index >= promised);
  if (!is_as_usual && !is_told) ++figures.silent;
}

/// The calls about files below the place, each with every error.
void fail_each_call(const Course& course, int every) {
  Figures figures{course.scenario().name};
  std::vector<TracedCall> calls;
  {
    const Scratch place;
    course.begin(place.path());
    const Outcome whole = course.run(place.path(), under_strace(course.program(place.path()), place / "trace"));
    REQUIRE(whole.state == course.last_state());
    for (const TracedCall& call : read_trace(place / "trace", place.path())) {
      if (call.is_at_home) calls.push_back(call);
    }
  }
  REQUIRE(calls.size() > 5);
  int turn = 0;
  for (const TracedCall& call : calls) {
    for (const std::string& error : errors) {
      if (turn++ % every != 0) continue;
      const Scratch place;
      course.begin(place.path());
      const std::string injection = "inject=" + call.name + ":error=" + error + ":when=" + std::to_string(call.number);
      INFO(course.scenario().name << ", " << error << " from " << call.text());
      judge(course, course.run(place.path(), under_strace(course.program(place.path()), "/dev/null", injection)),
            figures);
      const Outcome next = course.run_next(place.path());
      INFO("started again, exit " << next.exit_code << "\n" << next.output);
      CHECK((next.exit_code == 0 || next.exit_code == 5));
      const auto temporaries = list_temporaries(place.path());
      CHECK(temporaries.empty());
      if (!temporaries.empty()) ++figures.littered;
    }
  }
  print("faults", figures);
}

/// Every file stays smaller than so many bytes, as on a disk that is full.
std::vector<std::string> with_small_disk(const std::vector<std::string>& program, int bytes) {
  std::vector<std::string> words{"prlimit", "--fsize=" + std::to_string(bytes)};
  words.insert(words.end(), program.begin(), program.end());
  return words;
}

}  // namespace

TEST_CASE("an error of any call about a file is absorbed or told, and costs nothing that was there", "[faults]") {
  if (!can_trace()) {
    std::puts("skipped: strace is not here, or may not trace");
    return;
  }
  for (const Scenario& scenario : all_scenarios()) fail_each_call(Course(scenario), is_long_form() ? 1 : 67);
}

TEST_CASE("a file that may not grow beyond any size costs nothing that was there", "[faults]") {
  Figures figures{"files limited to 0 … 4096 bytes"};
  for (const Scenario& scenario : all_scenarios()) {
    const Course course(scenario);
    for (int bytes = 0; bytes <= 4096; bytes += is_long_form() ? 64 : 1024) {
      const Scratch place;
      course.begin(place.path());
      INFO(scenario.name << ", files of at most " << bytes << " bytes");
      judge(course, course.run(place.path(), with_small_disk(course.program(place.path()), bytes)), figures);
    }
  }
  print("faults", figures);
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
  const Course course(all_scenarios().front());
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
    const bool is_there = std::filesystem::exists(home + "-moved/drafts/tiny-kim.json");
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
