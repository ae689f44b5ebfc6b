#include <chrono>
#include <random>
#include <utility>
#include <vector>

#include "campaign/scenario.hpp"
#include "campaign/strace.hpp"
#include "catch.hpp"
#include "pty/session.hpp"
#include "skip.hpp"

using rung::Scratch;

namespace {

/// Whether the place is as it must be after a kill: what was promised is there, and the next start goes on from it.
void judge_kill(const Course& course, const std::string& place, const Outcome& killed, Figures& figures) {
  ++(killed.is_killed() ? figures.tried : figures.missed);
  const int index = course.index_of(killed.state);
  const int promised = course.promised_by(killed.output);
  INFO("promised state " << promised << ", found state " << index << ":\n" << killed.state);
  if (index < 0) ++figures.corrupt;
  if (index >= 0 && index < promised) ++figures.lost;
  CHECK(index >= promised);
  const Outcome next = course.run_next(place);
  INFO("started again, exit " << next.exit_code << "\n" << next.output);
  CHECK((next.exit_code == 0 || next.exit_code == 5));
  const std::string expected = course.state_after_next(killed.state);
  if (next.state != expected) ++figures.corrupt;
  CHECK(next.state == expected);
  const auto temporaries = list_temporaries(place);
  CHECK(temporaries.empty());
  if (!temporaries.empty()) ++figures.littered;
}

void kill_at_each_call(const Course& course, int every) {
  Figures figures{course.scenario().name};
  std::vector<TracedCall> calls;
  {
    const Scratch place;
    course.begin(place.path());
    const Outcome whole = course.run(place.path(), under_strace(course.program(place.path()), place / "trace"));
    REQUIRE(whole.state == course.last_state());
    calls = read_trace(place / "trace", place.path());
  }
  REQUIRE(calls.size() > 20);
  for (std::size_t index = 0; index < calls.size(); index += static_cast<std::size_t>(every)) {
    const TracedCall& call = calls[index];
    // Ending is not a call that anything follows.
    if (call.name == "exit_group") continue;
    const Scratch place;
    course.begin(place.path());
    const std::string injection = "inject=" + call.name + ":signal=KILL:when=" + std::to_string(call.number);
    INFO(course.scenario().name << ", killed at " << call.text());
    const Outcome killed = course.run(place.path(), under_strace(course.program(place.path()), "/dev/null", injection));
    judge_kill(course, place.path(), killed, figures);
  }
  print("kills", figures);
}

}  // namespace

TEST_CASE("a kill at any system call loses nothing that was shown as saved", "[kills]") {
  if (!can_trace()) return skip("strace is not here, or may not trace");
  for (const Course& course : all_courses()) kill_at_each_call(course, is_long_form() ? 1 : 31);
}

namespace {

using Seconds = std::chrono::duration<double>;

/// Runs it in `place` until it is killed after so long.
Outcome run_for(const Course& course, const std::string& place, Seconds time) {
  std::vector<std::string> command{"timeout", "--foreground", "-s", "KILL", std::to_string(time.count())};
  const auto program = course.program(place);
  command.insert(command.end(), program.begin(), program.end());
  return course.run(place, command);
}

/// How long all of it takes when nothing happens to it.
Seconds time_whole(const Course& course) {
  const Scratch place;
  course.begin(place.path());
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(run_for(course, place.path(), Seconds(Session::patience)).state == course.last_state());
  return std::chrono::steady_clock::now() - begin;
}

}  // namespace

TEST_CASE("a kill at any moment loses nothing that was shown as saved", "[kills]") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> share(0.05, 1);
  const int moments = is_long_form() ? 500 : 7;
  std::vector<std::pair<const Course*, Seconds>> courses;
  for (const Course& course : all_courses()) courses.emplace_back(&course, time_whole(course));
  Figures figures{"at random moments"};
  // What has ended before its moment came proves nothing, and another one is tried.
  for (std::size_t run = 0; figures.tried < moments; ++run) {
    REQUIRE(figures.missed < 20 * moments);
    const auto& [course, whole] = courses[run % courses.size()];
    const Scratch place;
    course->begin(place.path());
    const Seconds time = share(random) * whole;
    INFO(course->scenario().name << ", killed after " << time.count() << " s");
    judge_kill(*course, place.path(), run_for(*course, place.path(), time), figures);
  }
  print("kills", figures);
}
