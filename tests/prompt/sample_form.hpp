#pragma once

#include <utility>

#include <rung/prompt/form.hpp>

/// A form with five questions in three sections of two parts.
inline rung::Form sample_form() {
  using rung::AsksReason;
  rung::Form form;
  form.title = "Kitchen check · Pastry";
  form.aside = "saved after every answer";
  form.remark_label = "evidence";
  form.remark_hint = "One line: a fact or a note.";
  form.introduction = {"Rate each statement: 1 Not yet to 4 Beyond.", "Stop at any time with q."};
  form.words.offers = "log entries";
  form.words.visit = "go through the ratings without evidence";
  form.choices = {{1, "Not yet", "I have not done this."},
                  {2, "Sometimes", "I do this when someone asks me, or on a quiet day when there is time."},
                  {3, "Consistently", "This is how I work."},
                  {4, "Beyond", ""}};
  form.marks = {{'n', "n/a", "does not exist in this kitchen; asks why", AsksReason::yes},
                {'o', "no opportunity", "there was no chance to show it", AsksReason::no}};
  form.sections = {{{"Baking", "Bread"}}, {{"Baking", "Cakes"}}, {{"Service"}}};
  const auto ask = [&form](std::size_t section, const char* name, const char* title, const char* text,
                           std::vector<std::string> hints) {
    rung::Question question;
    question.section = section;
    question.name = name;
    question.title = title;
    question.text = text;
    question.hints = std::move(hints);
    form.questions.push_back(std::move(question));
  };
  ask(0, "baking.bread.have-bread-ready", "Have bread ready",
      "I bake the bread that the day needs and have it ready before the doors open, even when a colleague is ill.",
      {"reworded since November", "2 earlier notes (?)"});
  ask(0, "baking.bread.keep-sourdough", "Keep the sourdough", "I keep the sourdough alive.", {});
  ask(1, "baking.cakes.decorate", "Decorate cakes",
      "I decorate cakes so that guests ask for 日本の桜 again and again 🍰, and photographs of them travel.", {});
  ask(1, "baking.cakes.write-recipes", "Write recipes", "I write recipes others can follow.", {});
  ask(2, "service.greet", "Greet guests", "I greet every guest.", {});
  form.questions[0].details = {
      {"Questions that help", {"When was the bread late, and why?", "Who baked while you were away?"}},
      {"Last time (2025-11-02)", {"late twice in October"}}};
  form.questions[1].before = "was 2 in November";
  form.questions[4].lead = {"Guests come back for how they are treated, more than for what they eat.", "Be kind."};
  form.questions[3].suggestion = rung::Suggestion{3, {}, {}, "Ines (2025-11-02)"};
  return form;
}
