#include "../kinds.hpp"
#include "answers.hpp"
#include "behaviors.hpp"
#include "head.hpp"
#include "map.hpp"
#include "packet.hpp"
#include "screen.hpp"
#include "second_look.hpp"
#include "steps.hpp"
#include "verdict.hpp"

namespace rung {
namespace {

Document compose_full(const GapReport& report) {
  Document document;
  compose_head(document, report);
  Judgement judgement = judge_in_words(report);
  judgement.gauges = list_gauges(report);
  document.push_back(std::move(judgement));
  document.push_back(Contents{});
  document.push_back(compose_map(report));
  if (!report.next.empty()) {
    document.push_back(heading(2, "What to do next", "next"));
    document.push_back(compose_steps(report, Extent::full));
  }
  if (Paragraph above = compose_next_level(report); !above.text.empty()) {
    document.push_back(heading(2, "What to do next", "next"));
    document.push_back(std::move(above));
  }
  compose_gaps(document, report);
  compose_shown(document, report);
  compose_above(document, report);
  compose_claimed(document, report);
  compose_open(document, report);
  compose_second_look(document, report);
  document.push_back(compose_answers(report));
  return document;
}

}  // namespace

Document compose(const GapReport& report, Extent extent) {
  switch (extent) {
    case Extent::screen: return compose_screen(report);
    case Extent::full: return compose_full(report);
    case Extent::packet: return compose_packet(report);
  }
  return {};
}

}  // namespace rung
