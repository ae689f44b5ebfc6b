#include <string>
#include <utility>
#include <vector>

#include <rung/assessment/json.hpp>
#include <rung/interview/form.hpp>
#include <rung/interview/state.hpp>
#include <rung/prompt/update.hpp>

#include "catch.hpp"
#include "interview/sample_ladder.hpp"
#include "prompt/random_actions.hpp"

using namespace rung;

namespace {

/// The responses as a draft can tell them: what reads as evidence is written in one way, and comes after the notes;
/// blank lines stay between notes.
std::vector<Response> as_stored(std::vector<Response> responses) {
  const auto is_blank = [](const std::string& line) { return line.find_first_not_of(' ') == std::string::npos; };
  for (Response& response : responses) {
    std::vector<std::string> notes;
    std::vector<std::string> evidence;
    for (const std::string& line : response.remarks)
      if (const auto read = read_evidence(line, date_of(sample_time(2))))
        evidence.push_back(write_evidence(*read));
      else if (!is_blank(line))
        notes.push_back(line);
      else if (!notes.empty())
        notes.emplace_back();
    while (!notes.empty() && notes.back().empty()) notes.pop_back();
    notes.insert(notes.end(), evidence.begin(), evidence.end());
    response.remarks = std::move(notes);
    response.origin = AnswerOrigin::before;
  }
  return responses;
}

}  // namespace

TEST_CASE("a draft that was saved and read again gives the answers that were given", "[interview]") {
  const Form form = make_form(sample_ladder());
  int answered = 0;
  for (unsigned seed = 1; seed <= 10; ++seed) {
    RandomActions random(seed);
    Assessment draft = sample_assessment();
    State state = make_state(form, draft);
    for (int step = 1; step <= 1'000; ++step) {
      const Action action = random.next(form, state);
      state = update(form, std::move(state), action);
      const bool is_over = state.mode == Mode::finished || state.mode == Mode::suspended;
      if (step % 50 != 0 && !is_over) continue;

      INFO("seed " << seed << ", step " << step);
      draft = apply_state(std::move(draft), state, sample_time(2));
      const auto read = parse_assessment(to_json(draft), "draft.json");
      REQUIRE(read);
      REQUIRE(*read.value == draft);
      const State resumed = make_state(form, *read.value);
      REQUIRE(resumed.responses == as_stored(state.responses));
      answered += count_answered(resumed);
      // A session that goes on keeps the remarks in the order in which they were made.
      if (is_over || random.below(3) == 0) state = resumed;
    }
  }
  CHECK(answered > 100);
}
