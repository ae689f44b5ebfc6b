#include <algorithm>

#include <fmt/format.h>

#include "../csv_cells.hpp"
#include "../data_words.hpp"
#include "../kinds.hpp"

namespace rung {
namespace {

/// The cells of one side; empty if the ladder did not have the behavior.
struct CsvSide {
  std::string state;
  std::string rating;
  std::string reason;
  std::string note;
  std::string evidence;
};

CsvSide side_of(const Answer* answer, Disclosure disclosure) {
  if (answer == nullptr) return {};
  const auto evidence = static_cast<int>(answer->evidence.size());
  return {std::string(state_of(answer->rating)), csv_number(rated_value(answer->rating)), reason_of(answer->rating),
          answer->note, disclosure == Disclosure::redacted ? std::string() : csv_number(evidence)};
}

std::string side_origin(const Answer* answer) {
  return answer == nullptr ? std::string() : std::string(to_string(answer->origin));
}

bool is_aged_out(const Changes& changes, const Change& one) {
  const auto index = static_cast<std::size_t>(&one - changes.behaviors.data());
  return std::find(changes.aged_out.begin(), changes.aged_out.end(), index) != changes.aged_out.end();
}

// The words of one version of a text.
std::string join_words(const std::vector<WordRun>& words, WordFate left_out) {
  std::string joined;
  for (const auto& run : words) {
    if (run.fate == left_out) continue;
    if (!joined.empty()) joined += ' ';
    joined += run.text;
  }
  return joined;
}

/// One line per piece; nothing if redacted.
std::string list_evidence(const std::vector<const Evidence*>& all) {
  std::string lines;
  for (const Evidence* evidence : all)
    lines += fmt::format("{}{}", lines.empty() ? "" : "\n", write_evidence(*evidence));
  return lines;
}

std::string write_change(const ChangeReport& report, std::string_view kind, const Change& one) {
  const Changes& changes = report.changes;
  const auto [pillar, responsibility, behavior] = changes.place(one);
  const CsvSide before = side_of(changes.answer_before(one), report.disclosure);
  const CsvSide after = side_of(changes.answer_after(one), report.disclosure);
  const bool is_redacted = report.disclosure == Disclosure::redacted;
  const std::string between =
      is_redacted ? std::string() : csv_number(static_cast<int>(changes.evidence_between(one).size()));
  const std::string aged = is_aged_out(changes, one) ? "yes" : "no";
  std::string now = behavior->text;
  std::string then;
  std::string moved;
  if (kind == "reworded") {
    const std::vector<WordRun> words = changes.words(one);
    now = join_words(words, WordFate::gone);
    then = join_words(words, WordFate::come);
  } else if (changes.same_scale && !before.rating.empty() && !after.rating.empty()) {
    moved = csv_number(one.moved);
  }
  return csv_row({reference_of(head_of(changes.before)),
                  reference_of(head_of(changes.after)),
                  std::string(kind),
                  pillar->id,
                  responsibility->id,
                  behavior->key,
                  now,
                  then,
                  before.state,
                  before.rating,
                  after.state,
                  after.rating,
                  moved,
                  before.reason,
                  after.reason,
                  before.note,
                  after.note,
                  before.evidence,
                  after.evidence,
                  side_origin(changes.answer_after(one)),
                  between,
                  aged,
                  behavior->title,
                  list_evidence(changes.evidence_between(one))});
}

}  // namespace

std::string write_csv(const ChangeReport& report) {
  std::string csv = csv_row({"before",         "after",          "change",
                             "pillar",         "responsibility", "behavior",
                             "text",           "text_before",    "state_before",
                             "rating_before",  "state_after",    "rating_after",
                             "moved",          "reason_before",  "reason_after",
                             "note_before",    "note_after",     "evidence_before",
                             "evidence_after", "origin_after",   "evidence_between",
                             "aged_out",       "title",          "evidence_between_items"});
  const auto add = [&](std::string_view kind, const std::vector<std::size_t>& indices) {
    for (const std::size_t index : indices) csv += write_change(report, kind, report.changes.behaviors[index]);
  };
  const Changes& changes = report.changes;
  add("regressed", changes.regressed);
  add("improved", changes.improved);
  add("newly rated", changes.newly_rated);
  add("no longer rated", changes.no_longer_rated);
  add("state changed", changes.state_changes);
  add("not subtracted", changes.not_subtracted);
  add("not asked again", changes.not_asked_again);
  add("unchanged", changes.unchanged);
  add("reworded", changes.reworded);
  add("added", changes.added);
  add("removed", changes.removed);
  return csv;
}

}  // namespace rung
