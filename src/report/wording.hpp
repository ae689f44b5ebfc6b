#pragma once

#include <string>
#include <string_view>

#include <rung/analysis/assessment_head.hpp>
#include <rung/analysis/share.hpp>
#include <rung/assessment/assessment.hpp>
#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// `text` with spaces at which no line may break. Renderers write them as plain spaces.
std::string glue(std::string_view text);

/// `1 behavior`, `2 behaviors`.
std::string count_of(int count, std::string_view noun);

/// `50 of 52 (96 %)`; `nothing to judge` without a basis.
std::string describe(const Share& share);

/// `3 Consistently`; the value alone where the scale does not know it.
std::string describe_value(const Scale& scale, int value);

/// `2 Sometimes`, `not applicable`, `no opportunity`, `unrated`.
std::string describe_rating(const Scale& scale, const Rating& rating);

/// `1 Not yet · 2 Sometimes · …`
std::string describe_scale(const Scale& scale);

/// `Kim (self)`
std::string describe_rater(const Rater& rater);

/// When the assessment was finished, or started where it is a draft.
Date date_of(const AssessmentHead& head);

/// `2026-03-14`, or `draft, started 2026-03-14`.
std::string describe_date(const AssessmentHead& head);

/// `identical`, `reworded`, `new`, `gone`.
std::string_view name_of(BehaviorFate fate);

/// `shown`, `below target`, `not rated`, `rated on another scale`, `reworded`, `new`.
std::string_view name_of(LevelStanding standing);

/// Whole days from one assessment to the other; negative when `after` is the earlier one.
int days_between(const AssessmentHead& before, const AssessmentHead& after);

/// The reason, the note and the evidence of an answer, as labelled texts; what is empty is left out.
std::vector<Fact> notes_of(const Answer& answer);

/// A fact that says what was left out; nothing where nothing was.
void add_disclosure(Facts& facts, Disclosure disclosure);

}  // namespace rung
