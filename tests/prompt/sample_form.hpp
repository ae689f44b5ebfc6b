#pragma once

#include <utility>

#include <rung/prompt/form.hpp>

/// A form with five questions in three sections of two parts.
inline rung::Form sample_form() {
  using rung::AsksReason;
  using rung::Counts;
  rung::Form form;
  form.title = "Kitchen check · Pastry";
  form.aside = "saved after every answer";
  form.remark_label = "evidence";
  form.remark_hint = "One line: a fact or a note.";
  form.words.offers = "log entries";
  form.choices = {{1, "Not yet", "I have not done this."},
                  {2, "Sometimes", "I do this when someone asks me, or on a quiet day when there is time."},
                  {3, "Consistently", "This is how I work."},
                  {4, "Beyond", ""}};
  form.goal_label = "at target";
  form.marks = {{'n', "n/a", "does not exist in this kitchen; asks why", AsksReason::yes, Counts::no},
                {'o', "no opportunity", "there was no chance to show it", AsksReason::no, Counts::yes}};
  form.sections = {{{"Baking", "Bread"}}, {{"Baking", "Cakes"}}, {{"Service"}}};
  const auto ask = [&form](std::size_t section, const char* text, std::vector<std::string> hints, int goal) {
    rung::Question question;
    question.section = section;
    question.text = text;
    question.hints = std::move(hints);
    question.goal = goal;
    form.questions.push_back(std::move(question));
  };
  ask(0, "I bake the bread that the day needs and have it ready before the doors open, even when a colleague is ill.",
      {"last time (2025-11-02): 2", "target 3", "2 notes (? to read)"}, 3);
  ask(0, "I keep the sourdough alive.", {"target 3"}, 3);
  ask(1, "I decorate cakes so that guests ask for 日本の桜 again and again 🍰, and photographs of them travel.", {}, 3);
  ask(1, "I write recipes others can follow.", {"target 2"}, 2);
  ask(2, "I greet every guest.", {}, 3);
  form.questions[0].details = {
      {"Questions that help", {"When was the bread late, and why?", "Who baked while you were away?"}},
      {"Last time (2025-11-02)", {"late twice in October"}}};
  form.questions[4].lead = {"Guests come back for how they are treated, more than for what they eat.", "Be kind."};
  form.questions[3].suggestion = rung::Suggestion{3, {}, {}, "Ines (2025-11-02)"};
  return form;
}
