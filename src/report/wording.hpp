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

/// `text` with no-break spaces. Renderers write them as plain spaces.
std::string glue(std::string_view text);

/// `one`, `two`, … up to `ten`, then figures. Use `Capital::first` at the start of a sentence.
enum class Capital { none, first };
std::string number_word(int number, Capital capital = Capital::none);

/// `a`, `a and b`, `a, b, and c`.
std::string join_names(const std::vector<std::string>& names);

/// `May`, or `May 2025` if the year differs from that of `seen_from`.
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

/// `3 Consistently`; only the value if it is not on the scale.
std::string describe_value(const Scale& scale, int value);

/// `2 Sometimes`, `not applicable`, `no opportunity`, `unrated`.
std::string describe_rating(const Scale& scale, const Rating& rating);

/// `1 Not yet · 2 Sometimes · …`
std::string describe_scale(const Scale& scale);

/// `Kim (self)`
std::string describe_rater(const Rater& rater);

/// The states without a rating, each separately: `1 not applicable, 2 unrated`. Empty if everything is rated.
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

/// The date judged.
Date date_of(const AssessmentHead& head);

/// `2026-03-14`, or `draft, started 2026-03-14`.
std::string describe_date(const AssessmentHead& head);

/// Whole days between the assessments; negative if `after` is the earlier one.
int days_between(const AssessmentHead& before, const AssessmentHead& after);
int days_between(const Date& before, const Date& after);

/// The reason, note, and evidence of an answer, as labeled texts, without empty ones. Evidence that does not count in
/// `window` shows why; evidence that counts shows its age from two months on.
std::vector<Fact> notes_of(const Answer& answer, const std::optional<EvidenceWindow>& window = {},
                           std::string_view evidence_label = "Evidence");

/// A fact about what was left out; nothing if nothing was.
void add_disclosure(Facts& facts, Disclosure disclosure);

Cell number_cell(int number);
/// The same, with a muted zero.
Cell muted_zero_cell(int number);

/// One item per value.
template <class Values, class Make>
Items list_items(const Values& values, Make make, ItemForm form = ItemForm::full) {
  Items items{form};
  for (const auto& value : values) items.items.push_back(make(value));
  return items;
}

/// Two wordings of a text merged into one, with removed and added words marked.
Inline compose_words(const std::vector<WordRun>& words);

/// The names of two ladders in a comparison: by level, else by title, id, or version, whichever differs first. `Before`
/// and `after` are only for time.
struct LadderNames {
  std::string before;
  std::string after;
};
LadderNames name_ladders(const Ladder& before, const Ladder& after);

/// Both ladders of a comparison: title, version, scale, and target, the last two once if they are the same.
std::vector<Fact> ladder_facts(const Ladder& before, const Ladder& after);

/// A sentence about differing scales or targets; nothing if they are the same.
void compose_scale_note(Document& document, const Ladder& before, const Ladder& after);

}  // namespace rung
