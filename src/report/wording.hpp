#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <rung/analysis/share.hpp>
#include <rung/analysis/shown.hpp>
#include <rung/analysis/state_counts.hpp>
#include <rung/analysis/word_diff.hpp>
#include <rung/assessment/assessment.hpp>
#include <rung/assessment/assessment_head.hpp>
#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

// Words and parts that several reports share.
namespace rung {

/// `text` with spaces at which no line may break. Renderers write them as plain spaces.
std::string glue(std::string_view text);

/// `one`, `two`, … up to `ten`, then figures. A sentence that begins with it takes `Capital::first`.
enum class Capital { none, first };
std::string number_word(int number, Capital capital = Capital::none);

/// `a`, `a and b`, `a, b, and c`.
std::string join_names(const std::vector<std::string>& names);

/// `May`, or `May 2025` in another year than `seen_from`.
std::string name_month(Date day, Date seen_from);

/// `1 behavior`, `2 behaviors`.
std::string count_of(int count, std::string_view noun);
inline std::string count_of(std::size_t count, std::string_view noun) {
  return count_of(static_cast<int>(count), noun);
}

/// `50 of 52`; `nothing to judge` without a basis.
std::string describe_counts(const Share& share);

/// `50 of 52 (96%)`; `nothing to judge` without a basis.
std::string describe(const Share& share);

/// `3 Consistently`; the value alone where the scale does not know it.
std::string describe_value(const Scale& scale, int value);

/// `2 Sometimes`, `not applicable`, `no opportunity`, `unrated`.
std::string describe_rating(const Scale& scale, const Rating& rating);

/// `1 Not yet · 2 Sometimes · …`
std::string describe_scale(const Scale& scale);

/// `Kim (self)`
std::string describe_rater(const Rater& rater);

/// What leaves the denominator or stays in it without a rating, each state apart: `1 not applicable, 2 unrated`. Empty
/// where everything is rated.
std::string describe_open_states(const StateCounts& states);

/// A state without a rating, as a column of a table.
struct StateColumn {
  std::string_view mark;
  std::string_view meaning;
  int Tally::*count;
};
inline constexpr StateColumn state_columns[] = {{"o", "no opportunity", &Tally::no_opportunity},
                                                {"·", "unrated", &Tally::unrated},
                                                {"n", "not applicable", &Tally::not_applicable}};

/// `o no opportunity, n not applicable`
std::string explain_states(std::span<const StateColumn> states);

/// The states of a tally.
StateCounts states_of(const Tally& tally);

/// The date that the assessment judges.
Date date_of(const AssessmentHead& head);

/// `2026-03-14`, or `draft, started 2026-03-14`.
std::string describe_date(const AssessmentHead& head);

/// Whole days from one assessment to the other; negative when `after` is the earlier one.
int days_between(const AssessmentHead& before, const AssessmentHead& after);
int days_between(const Date& before, const Date& after);

/// The reason, the note and the evidence of an answer, as labelled texts; empty ones are left out. Evidence that does
/// not count in `window` says why, and that which counts how old it was then, from two months on.
std::vector<Fact> notes_of(const Answer& answer, const std::optional<EvidenceWindow>& window = {},
                           std::string_view evidence_label = "Evidence");

/// A fact that says what was left out; nothing where nothing was.
void add_disclosure(Facts& facts, Disclosure disclosure);

Cell number_cell(int number);
/// The same, with a zero that stays in the background.
Cell muted_zero_cell(int number);

/// An item for each of `values`.
template <class Values, class Make>
Items list_items(const Values& values, Make make, ItemForm form = ItemForm::full) {
  Items items{form};
  for (const auto& value : values) items.items.push_back(make(value));
  return items;
}

/// Two wordings of a text as one, with the words marked that went and that came.
Inline compose_words(const std::vector<WordRun>& words);

/// What two ladders are called next to each other: by level, else by title, id or version, whatever differs first.
/// `Before` and `after` are for time.
struct LadderNames {
  std::string before;
  std::string after;
};
LadderNames name_ladders(const Ladder& before, const Ladder& after);

/// Both ladders of a comparison: title, version, scale and target, the last two once where they are the same.
std::vector<Fact> ladder_facts(const Ladder& before, const Ladder& after);

/// A sentence that says when scales or targets differ; nothing when they do not.
void compose_scale_note(Document& document, const Ladder& before, const Ladder& after);

}  // namespace rung
