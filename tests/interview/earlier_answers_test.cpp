#include <rung/analysis/changes.hpp>
#include <rung/interview/form.hpp>

#include "catch.hpp"
#include "interview/sample_ladder.hpp"

using namespace rung;

TEST_CASE("the prompt calls a behavior reworded exactly when a change report does", "[interview]") {
  const auto [text, is_reworded] = GENERATE(table<std::string, bool>({{"I keep both starters alive.", false},
                                                                      {" I keep both\n starters   alive. ", false},
                                                                      {"I keep both starters  Alive.", true}}));
  CAPTURE(text);
  Assessment last = sample_assessment();
  last.ladder.pillars[0].responsibilities[0].behaviors[0].text = text;
  last.answers[0].rating = Rated{2};
  CHECK(compare(last, sample_assessment()).reworded.size() == (is_reworded ? 1 : 0));
  const std::vector<std::string> hints = make_form(sample_ladder(), {&last}).questions[0].hints;
  CHECK(hints.empty() != is_reworded);
  Earlier earlier;
  earlier.from = &last;
  CHECK(make_form(sample_ladder(), earlier).questions[0].suggestion.has_value() == !is_reworded);
}

TEST_CASE("the prompt remembers the answer to the behavior that a change report pairs", "[interview]") {
  Ladder newer = sample_ladder();
  Behavior& crust = newer.pillars[0].responsibilities[0].behaviors[1];
  crust.key = "baking.bread.bark";
  crust.formerly = {"baking.bread.crust"};
  Assessment last = sample_assessment();
  last.answers[1].rating = Rated{4};
  CHECK(compare(last, start_assessment({newer, {"sam"}, {"sam", RaterRole::self}, "", "51", sample_time(1)}))
            .added.empty());
  CHECK(make_form(newer, {&last}).questions[1].before.starts_with("was 4 "));

  // The other way round, the key may be another behavior's.
  last = start_assessment({newer, {"sam"}, {"sam", RaterRole::self}, "", "51", sample_time(1)});
  last.answers[1].rating = Rated{4};
  CHECK(compare(last, sample_assessment()).added.size() == 1);
  CHECK_FALSE(make_form(sample_ladder(), {&last}).questions[1].before.starts_with("was 4 "));
}
