#pragma once

#include <filesystem>
#include <functional>
#include <list>
#include <string>
#include <vector>

#include "store/scratch.hpp"

/// What the next start does: it leaves the state as it is, or brings the last one about.
enum class Next { goes_on, completes };

/// What a person does with the program, in a place of its own, and what must be left of it whatever happens on the way.
struct Scenario {
  std::string name;
  /// Fills the place, a directory that is empty, with what is there before: `home` and files beside it.
  std::function<void(const std::string& place)> prepare;
  /// The arguments of rung; `{place}` stands for the place.
  std::vector<std::string> arguments;
  /// What is typed, a step at a time: after each of them the state of the place is a new one.
  std::vector<std::string> steps;
  /// What is printed once a step is done and must not be lost any more.
  std::vector<std::string> acknowledgements;
  /// All that counts of the place, as text. Throws or fails the test when a file of it cannot be read.
  std::function<std::string(const std::string& place)> describe;
  /// What the next start of the program does in the place. No temporary file is left then.
  std::vector<std::string> next_arguments;
  std::string next_keys = {};
  Next next = Next::goes_on;
  std::string next_adds = {};  ///< what the next start adds to the end of the state
  /// What is said when something goes wrong that only takes the rest of the questions: no failure, by the exit code.
  std::string excuse = {};
  /// Whether what it asks and carries depends on files that it reads first. Where one of them cannot be read, it warns
  /// and is another run.
  bool depends_on_what_it_reads = false;
};

/// How a run ended.
struct Outcome {
  int exit_code = 0;
  std::string output;
  std::string state;  ///< what `describe` says of the place

  /// By SIGKILL, be it strace that passes it on or `timeout` that tells of it.
  [[nodiscard]] bool is_killed() const { return exit_code == 1009 || exit_code == 137; }
};

/// A scenario with the states that it goes through when nothing happens on the way.
class Course {
 public:
  explicit Course(Scenario scenario);

  [[nodiscard]] const Scenario& scenario() const { return scenario_; }
  /// Before the start, then at the first question if that changed it, then after each step.
  [[nodiscard]] const std::vector<std::string>& states() const { return states_; }
  [[nodiscard]] const std::string& last_state() const { return states_.back(); }

  /// The index of the last of the states that is `state`; -1 when it is none of them.
  [[nodiscard]] int index_of(const std::string& state) const;
  /// The index of the state that a screen with so many acknowledgments has promised.
  [[nodiscard]] int promised_by(const std::string& output) const;
  /// The state once the program was started again on `state`.
  [[nodiscard]] std::string state_after_next(const std::string& state) const;

  /// A copy of the place as it is before.
  void begin(const std::string& place) const;
  /// The words that run it in `place`.
  [[nodiscard]] std::vector<std::string> program(const std::string& place) const;
  [[nodiscard]] std::string keys() const;
  /// Runs `command` in `place`, types all keys at once, and looks at what is left.
  [[nodiscard]] Outcome run(const std::string& place, const std::vector<std::string>& command) const;
  /// Starts the program again, as the person would; the state then.
  [[nodiscard]] Outcome run_next(const std::string& place) const;

 private:
  void record();
  [[nodiscard]] int count_acknowledged(const std::string& output) const;

  Scenario scenario_;
  rung::Scratch template_;
  std::vector<std::string> states_;
  std::vector<int> acknowledged_;  ///< how many acknowledgments each of the states had
};

/// The temporary files anywhere below `place`.
std::vector<std::string> list_temporaries(const std::string& place);

/// Every scenario there is.
std::vector<Scenario> all_scenarios();

/// Those of them that write to the log.
std::vector<Scenario> log_scenarios();

/// The courses of all of them, recorded once.
const std::list<Course>& all_courses();

/// Whether the long form is asked for: RUNG_CAMPAIGN=long.
bool is_long_form();

/// A line of the table that a campaign prints.
struct Figures {
  std::string scenario;
  int tried = 0;     ///< what was to happen did happen
  int missed = 0;    ///< the run did not come to it
  int lost = 0;      ///< what was promised is not there, or what was there before is gone
  int corrupt = 0;   ///< a file that cannot be read, or in a state that never was
  int silent = 0;    ///< it went wrong, and neither the exit code nor the screen says so
  int vague = 0;     ///< what is said names no file, or no way out
  int littered = 0;  ///< a temporary file is still there after the next start
};

void print(const std::string& campaign, const Figures& figures);
