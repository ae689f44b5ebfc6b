#include <rung/ladder/starter.hpp>

#include <cassert>

#include <rung/ladder/ladder.hpp>

#include "yaml_text.hpp"

namespace rung {
namespace {

constexpr std::string_view head = R"(# yaml-language-server: $schema=ladder.schema.json
# The line above is for editors: `rung ladder schema > ladder.schema.json` writes the file that it names.
# Run `rung ladder check FILE` while you write: it lists mistakes, and warns about what is hard to rate.
format: rung-ladder/1
)";

constexpr std::string_view body = R"(title: The role, as it stands on the page
track: The career track
level: L1
version: "1"
summary: >-
  Who is at this level, in a sentence or two.
# Where the text comes from. Delete it when it is your own.
source:
  title: The document this ladder encodes
  url: https://example.org/
  license: ""

# What a behavior can be rated with, lowest first: 2 to 9 points. An anchor tells what a point means; write it so that
# two people would agree.
scale:
  - value: 1
    label: Not yet
    anchor: I have no recent example of it.
  - value: 2
    label: Sometimes
    anchor: I can name an example or two, but I cannot rely on it.
  - value: 3
    label: Consistently
    anchor: It is how I work, and others would say so too.
  - value: 4
    label: Beyond
    anchor: Others learn it from me.
# The point that is expected at this level.
target: 3
# The gates; shares are numbers from 0 to 1, and false turns a gate off.
gates:
  # Rated or without an opportunity, of the behaviors that apply, at least.
  coverage: 0.9
  # Not applicable, of all behaviors, at most; and no pillar wholly.
  not_applicable: 0.15
  # At or above target, of the behaviors that apply, at least; and the same in every pillar.
  at_target: 0.8
  pillar_at_target: 0.6
  # No responsibility with two or more behaviors that apply is wholly below target.
  responsibility_at_target: true
  # No rating is below this point.
  floor: 2
  # With evidence of the last 18 months, of the ratings at target, at least.
  shown: 0.5

# Ids name things for good: answers are stored under pillar.responsibility.behavior. Change a text freely; when you
# change an id, list the old key under `formerly`.
pillars:
  - id: results
    title: Results
    summary: What this pillar is about.
    responsibilities:
      - id: delivery
        title: Delivery
        summary: What this responsibility is about.
        # Two behaviors or more, each one statement that can be rated by itself.
        behaviors:
          - id: on-time
            text: I finish what I promised by the day I promised it.
            # Questions that help to recall evidence.
            probes:
              - What did you finish last, and which day was agreed?
          - id: small-steps
            text: I split large tasks into steps that are useful alone.
            # What is expected of this behavior alone, instead of the target above.
            target: 2
  - id: people
    title: People
    responsibilities:
      - id: feedback
        title: Feedback
        behaviors:
          - id: ask
            text: I ask colleagues how I could have done better.
          - id: give
            text: When something was good, I tell the person who did it.

# Words that need explaining.
terms:
  - term: task
    meaning: Anything that someone waits for.
)";

}  // namespace

std::string write_starter(std::string_view id) {
  assert(is_id(id));
  std::string text(head);
  // Some ids would be taken for a number, or for nothing.
  text.append("id: ").append(write_yaml_text(id, 0, std::string_view("id: ").size())).append("\n");
  return text.append(body);
}

}  // namespace rung
