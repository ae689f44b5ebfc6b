#include <rung/ladder/starter.hpp>

#include <cassert>

#include <rung/ladder/ladder.hpp>

#include "yaml_text.hpp"

namespace rung {
namespace {

constexpr std::string_view head = R"(# yaml-language-server: $schema=ladder.schema.json
# The line above lets an editor check this file: `rung ladder schema > ladder.schema.json` writes the schema.
# Run `rung ladder check FILE` while you write: it lists errors, and warns about behaviors that are hard to rate.
format: rung-ladder/1
)";

constexpr std::string_view body = R"(title: The role and its level
track: The career track
level: L1
version: "1"
summary: >-
  The role at this level, in a sentence or two.
# Where the text comes from. Delete this if you wrote it yourself.
source:
  title: The document this ladder encodes
  url: https://example.org/
  license: ""

# The points that a behavior can be rated with, lowest first: 2 to 9 of them. An anchor says what a point means; write
# it so that two people would agree.
scale:
  - value: 1
    label: Not yet
    anchor: I have no recent example of this.
  - value: 2
    label: Sometimes
    anchor: I can name an example or two, but it doesn't happen every time.
  - value: 3
    label: Consistently
    anchor: This is how I work, and others would say so, too.
  - value: 4
    label: Beyond
    anchor: Others learn this from me.
# The point that is expected at this level.
target: 3
# Gates: shares are numbers from 0 to 1, and false turns a gate off.
gates:
  # At least this share of the behaviors that apply is rated or had no opportunity.
  coverage: 0.9
  # At most this share of all behaviors is not applicable, and no pillar is entirely so.
  not_applicable: 0.15
  # At least this share of the behaviors that apply is at or above target: overall, and in every pillar.
  at_target: 0.8
  pillar_at_target: 0.6
  # No responsibility with two or more behaviors that apply is entirely below target.
  responsibility_at_target: true
  # No rating is below this point.
  floor: 2
  # At least this share of the ratings at target has evidence from the last 18 months.
  shown: 0.5

# Answers are stored under pillar.responsibility.behavior, so ids should not change. Change a text freely; if you change
# an id, list the old key under `formerly`.
pillars:
  - id: results
    title: Results
    summary: A summary of this pillar.
    responsibilities:
      - id: delivery
        title: Delivery
        summary: A summary of this responsibility.
        # Two or more behaviors, each of them one statement that can be rated by itself.
        behaviors:
          - id: on-time
            title: Deliver on time
            text: I finish what I promised by the day I promised it.
            # Questions that help recall evidence.
            probes:
              - What did you finish in the past year, and when was it due?
              - How often did you finish later than you promised?
            # Words that people use when they log evidence of it.
            hints: [shipped, launched, deadline, due date, on time]
          - id: small-steps
            title: Work in small steps
            text: I split large tasks into steps that are useful by themselves.
            # The point that is expected for this behavior alone, instead of the target above.
            target: 2
  - id: people
    title: People
    responsibilities:
      - id: feedback
        title: Feedback
        behaviors:
          - id: ask
            title: Ask for feedback
            text: I ask colleagues how I could have done better.
          - id: give
            title: Give praise
            text: When someone did something well, I tell them.

# Terms that need an explanation.
terms:
  - term: task
    meaning: Anything that someone is waiting for.
)";

}  // namespace

std::string write_starter(std::string_view id) {
  assert(is_id(id));
  std::string text(head);
  // Some ids would be read as a number or as null.
  text.append("id: ").append(write_yaml_text(id, 0, std::string_view("id: ").size())).append("\n");
  return text.append(body);
}

}  // namespace rung
