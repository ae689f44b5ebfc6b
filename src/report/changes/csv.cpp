#include <utility>

#include "../csv_parts.hpp"
#include "../data_words.hpp"
#include "../kinds.hpp"

namespace rung {
namespace {

std::string evidence_of(const Answer& answer, Disclosure disclosure) {
  return disclosure == Disclosure::redacted ? std::string() : csv_number(static_cast<int>(answer.evidence.size()));
}

/// What a row says of one side; empty where the ladder had no such behavior.
struct CsvSide {
  std::string state;
  std::string rating;
  std::string reason;
  std::string note;
  std::string evidence;
};

CsvSide side_of(const Answer& answer, Disclosure disclosure) {
  return {std::string(state_of(answer.rating)), csv_number(rated_value(answer.rating)), reason_of(answer.rating),
          answer.note, evidence_of(answer, disclosure)};
}

// The words of one version of a text.
std::string join_words(const std::vector<WordRun>& words, WordFate left_out) {
  std::string text;
  for (const auto& run : words) {
    if (run.fate == left_out) continue;
    if (!text.empty()) text += ' ';
    text += run.text;
  }
  return text;
}

class ChangeRows {
 public:
  explicit ChangeRows(const ChangeReport& report) : changes_(report.changes), disclosure_(report.disclosure) {
    csv_ = csv_row({"before", "after", "change", "pillar", "responsibility", "behavior", "text", "text_before",
                    "state_before", "rating_before", "state_after", "rating_after", "moved", "reason_before",
                    "reason_after", "note_before", "note_after", "evidence_before", "evidence_after"});
  }

  void add(std::string_view kind, const std::vector<std::size_t>& indices) {
    for (const std::size_t index : indices) {
      const Change& one = changes_.behaviors[index];
      const Answer* before = changes_.answer_before(one);
      const Answer* after = changes_.answer_after(one);
      const bool both_rated =
          before != nullptr && after != nullptr && rated_value(before->rating) && rated_value(after->rating);
      const auto moved = changes_.same_scale && both_rated ? std::optional(one.moved) : std::nullopt;
      write(kind, one, {changes_.place(one).behavior->text, {}}, csv_number(moved));
    }
  }

  void add_reworded() {
    for (const std::size_t index : changes_.reworded) {
      const Change& one = changes_.behaviors[index];
      const std::vector<WordRun> words = changes_.words(one);
      write("reworded", one, {join_words(words, WordFate::gone), join_words(words, WordFate::come)}, {});
    }
  }

  std::string take() { return std::move(csv_); }

 private:
  struct Texts {
    std::string now;
    std::string before;
  };

  [[nodiscard]] CsvSide side(const Answer* answer) const {
    return answer == nullptr ? CsvSide{} : side_of(*answer, disclosure_);
  }

  void write(std::string_view kind, const Change& one, const Texts& texts, const std::string& moved) {
    const auto [pillar, responsibility, behavior] = changes_.place(one);
    const CsvSide before = side(changes_.answer_before(one));
    const CsvSide after = side(changes_.answer_after(one));
    csv_ += csv_row({reference_of(head_of(changes_.before)), reference_of(head_of(changes_.after)), std::string(kind),
                     pillar->id, responsibility->id, behavior->key, texts.now, texts.before, before.state,
                     before.rating, after.state, after.rating, moved, before.reason, after.reason, before.note,
                     after.note, before.evidence, after.evidence});
  }

  const Changes& changes_;
  Disclosure disclosure_;
  std::string csv_;
};

}  // namespace

std::string write_csv(const ChangeReport& report) {
  const Changes& changes = report.changes;
  ChangeRows rows(report);
  rows.add("regressed", changes.regressed);
  rows.add("improved", changes.improved);
  rows.add("newly rated", changes.newly_rated);
  rows.add("no longer rated", changes.no_longer_rated);
  rows.add("state changed", changes.state_changes);
  rows.add("not subtracted", changes.not_subtracted);
  rows.add("unchanged", changes.unchanged);
  rows.add_reworded();
  rows.add("added", changes.added);
  rows.add("removed", changes.removed);
  return rows.take();
}

}  // namespace rung
