#include "campaign/scenario.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "catch.hpp"
#include "pty/session.hpp"

namespace fs = std::filesystem;

namespace {

std::vector<std::string> settle(std::vector<std::string> words, const std::string& place) {
  for (std::string& word : words)
    if (const auto at = word.find("{place}"); at != std::string::npos) word.replace(at, 7, place);
  return words;
}

Outcome wait_for_end(Session& session) {
  const int code = session.wait_for_exit();
  return {code, without_styles(session.output()), {}};
}

}  // namespace

Course::Course(Scenario scenario) : scenario_(std::move(scenario)) {
  // A build with AddressSanitizer looks for leaks by tracing itself, which it cannot while it is traced.
  setenv("ASAN_OPTIONS", "detect_leaks=0", 0);
  scenario_.prepare(template_.path());
  record();
}

void Course::record() {
  const rung::Scratch place;
  begin(place.path());
  states_.push_back(scenario_.describe(place.path()));
  acknowledged_.push_back(0);
  Session session(place / "home", {}, {.command = program(place.path())});
  if (scenario_.steps.empty()) {
    const Outcome outcome = wait_for_end(session);
    INFO(scenario_.name << "\n" << outcome.output);
    REQUIRE(outcome.exit_code == 0);
    states_.push_back(scenario_.describe(place.path()));
    acknowledged_.push_back(1);
    return;
  }
  session.wait_for_prompt();
  // What a run asks may be saved before its first question.
  if (const std::string begun = scenario_.describe(place.path()); begun != states_.back()) {
    states_.push_back(begun);
    acknowledged_.push_back(count_acknowledged(without_styles(session.output())));
  }
  for (const std::string& step : scenario_.steps) {
    session.type(step);
    if (&step == &scenario_.steps.back())
      REQUIRE(session.wait_for_exit() == 0);
    else
      do {
        session.wait_for_prompt();
      } while (count_acknowledged(without_styles(session.output())) == acknowledged_.back());
    states_.push_back(scenario_.describe(place.path()));
    acknowledged_.push_back(count_acknowledged(without_styles(session.output())));
    INFO(scenario_.name << ", step " << step << "\n" << session.output());
    REQUIRE(acknowledged_.back() > acknowledged_[acknowledged_.size() - 2]);
  }
}

int Course::count_acknowledged(const std::string& output) const {
  int count = 0;
  for (const std::string& text : scenario_.acknowledgements) count += count_occurrences(output, text);
  return count;
}

int Course::index_of(const std::string& state) const {
  const auto found = std::find(states_.rbegin(), states_.rend(), state);
  return found == states_.rend() ? -1 : static_cast<int>(states_.rend() - found) - 1;
}

int Course::promised_by(const std::string& output) const {
  const int count = count_acknowledged(output);
  std::size_t promised = 0;
  for (std::size_t index = 0; index < acknowledged_.size(); ++index)
    if (acknowledged_[index] <= count && acknowledged_[index] > acknowledged_[promised]) promised = index;
  return static_cast<int>(promised);
}

std::string Course::state_after_next(const std::string& state) const {
  return (scenario_.next == Next::completes ? last_state() : state) + scenario_.next_adds;
}

void Course::begin(const std::string& place) const {
  fs::copy(template_.path(), place, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
}

std::vector<std::string> Course::program(const std::string& place) const {
  std::vector<std::string> words = settle(scenario_.arguments, place);
  words.insert(words.begin(), RUNG_PROGRAM);
  return words;
}

std::string Course::keys() const {
  std::string keys;
  for (const std::string& step : scenario_.steps) keys += step;
  return keys;
}

Outcome Course::run(const std::string& place, const std::vector<std::string>& command) const {
  Session session(place + "/home", {}, {.command = command});
  // Whatever keeps it from finishing, it is left in the end.
  if (const std::string all = keys(); !all.empty() && session.reach_prompt()) session.type(all + "\x04\x04");
  Outcome outcome = wait_for_end(session);
  INFO(scenario_.name << "\n" << outcome.output);
  outcome.state = scenario_.describe(place);
  return outcome;
}

Outcome Course::run_next(const std::string& place) const {
  std::vector<std::string> words = settle(scenario_.next_arguments, place);
  words.insert(words.begin(), RUNG_PROGRAM);
  Session session(place + "/home", {}, {.command = words});
  if (!scenario_.next_keys.empty() && session.reach_prompt()) session.type(scenario_.next_keys);
  Outcome outcome = wait_for_end(session);
  INFO(scenario_.name << ", started again\n" << outcome.output);
  outcome.state = scenario_.describe(place);
  return outcome;
}

std::vector<std::string> list_temporaries(const std::string& place) {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(place)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.') && name.find("tmp") != std::string::npos) found.push_back(entry.path().string());
  }
  return found;
}

const std::list<Course>& all_courses() {
  static const std::list<Course> courses = [] {
    std::list<Course> all;
    for (const Scenario& scenario : all_scenarios()) all.emplace_back(scenario);
    return all;
  }();
  return courses;
}

bool is_long_form() {
  const char* form = std::getenv("RUNG_CAMPAIGN");
  return form != nullptr && std::string(form) == "long";
}

void print(const std::string& campaign, const Figures& figures) {
  std::printf("%-12s %-36s %5d tried %3d lost %3d corrupt %3d silent %3d vague %3d littered  (%d missed)\n",
              campaign.c_str(), figures.scenario.c_str(), figures.tried, figures.lost, figures.corrupt, figures.silent,
              figures.vague, figures.littered, figures.missed);
  std::fflush(stdout);
}
