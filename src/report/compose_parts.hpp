#pragma once

#include <rung/report/compose.hpp>
#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

Document compose_gaps(const GapReport& report, Extent extent);
Document compose_changes(const ChangeReport& report);
Document compose_history(const HistoryReport& report);
Document compose_assessments(const AssessmentListing& listing);
Document compose_ladders(const LadderListing& listing);
Document compose_ladder(const LadderPage& page);
Document compose_ladder_diff(const LadderDiffReport& report);
Document compose_next_level(const NextLevelReport& report);
Document compose_health(const HealthReport& report);

/// The lists of a gap report: gaps, closest wins, strengths and so on; lists without members are left out, except gaps.
void compose_standings(Document& document, const GapReport& report);

/// Every behavior, where it stands: radar, strip, and tables to unfold.
void compose_radar(Document& document, const GapReport& report);
void compose_strip(Document& document, const GapReport& report);
void compose_details(Document& document, const GapReport& report);

/// Before and after in one radar; nothing when the scales differ.
void compose_radar(Document& document, const Changes& changes);

/// What changed in the ladder itself; nothing when nothing did.
void compose_ladder_changes(Document& document, const Changes& changes);

/// The meaning of a rating change in one tone: `2 Sometimes → 3 Consistently`. The change has both sides.
Inline compose_move(const Changes& changes, const Change& change);

/// Two wordings of a text as one, what went and what came marked.
Inline compose_words(const std::vector<WordRun>& words);

/// What both ladders of a comparison are: title, version, scale and target, and what differs in the last two.
void add_ladder_facts(Facts& facts, const Ladder& before, const Ladder& after);

/// A sentence that says when scales or targets differ; nothing when they do not.
void compose_scale_note(Document& document, const Ladder& before, const Ladder& after);

}  // namespace rung
