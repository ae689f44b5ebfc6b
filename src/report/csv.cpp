#include <string>
#include <string_view>
#include <variant>

#include <rung/report/render.hpp>
#include <rung/report/rows.hpp>

#include "csv_parts.hpp"

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

std::string write_listed_row(const ListedAssessment& listed) {
  return csv_row({listed.reference, listed.ladder_title, listed.rater.name, std::string(to_string(listed.rater.role)),
                  listed.label, format_timestamp(listed.started_at),
                  listed.finished_at ? format_timestamp(*listed.finished_at) : std::string(),
                  csv_number(listed.answered), csv_number(listed.behaviors), listed.amends});
}

std::string join_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) {
    if (!text.empty()) text += '\n';
    text += line;
  }
  return text;
}

struct CsvWriter {
  std::string operator()(const GapReport& report) const {
    std::string csv = csv_heading();
    for (const auto& row : list_rows(report, reference_of(head_of(report.gaps.assessment)))) csv += to_csv(row);
    return csv;
  }

  std::string operator()(const ChangeReport& report) const {
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

  std::string operator()(const HistoryReport& report) const { return write_csv_history(report); }

  std::string operator()(const AssessmentListing& listing) const {
    std::string csv = csv_row({"reference", "ladder", "rater", "role", "label", "started_at", "finished_at", "answered",
                               "behaviors", "amends"});
    for (const auto& listed : listing.finished) csv += write_listed_row(listed);
    for (const auto& listed : listing.drafts) csv += write_listed_row(listed);
    return csv;
  }

  std::string operator()(const LadderListing& listing) const {
    std::string csv =
        csv_row({"id", "title", "level", "origin", "behaviors", "mistakes", "yours", "shadows_builtin", "ambiguous"});
    const auto answer = [](bool is_so) { return std::string(is_so ? "yes" : "no"); };
    for (const auto& ladder : listing.ladders) {
      csv += csv_row({ladder.id, ladder.title, ladder.level, ladder.origin, csv_number(ladder.behaviors),
                      csv_number(ladder.mistakes), answer(ladder.is_own), answer(ladder.shadows_builtin),
                      answer(ladder.is_ambiguous)});
    }
    return csv;
  }

  std::string operator()(const LadderPage& page) const {
    const Ladder& ladder = page.ladder;
    std::string csv =
        csv_row({"ladder", "version", "pillar", "responsibility", "behavior", "text", "target", "probes", "source"});
    for (const auto& [pillar, responsibility, behavior] : list_behaviors(ladder)) {
      csv += csv_row({ladder.id, ladder.version, pillar->id, responsibility->id, behavior->key, behavior->text,
                      csv_number(target_of(ladder, *behavior)), join_lines(behavior->probes), behavior->source});
    }
    return csv;
  }

  std::string operator()(const LadderDiffReport& report) const { return write_csv_ladder_diff(report); }

  std::string operator()(const NextLevelReport& report) const { return write_csv_next_level(report); }

  std::string operator()(const HealthReport& report) const {
    std::string csv = csv_row({"finding", "path", "problem", "remedy"});
    for (const auto& finding : report.findings)
      csv += csv_row({std::string(to_string(finding.ailment)), finding.path, finding.problem, finding.remedy});
    return csv;
  }
};

}  // namespace

std::string write_csv(const Report& report) { return std::visit(CsvWriter{}, report); }

}  // namespace rung
