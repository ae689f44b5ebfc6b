#include <fmt/format.h>

#include <utility>

#include <rung/report/report.hpp>
#include <rung/store/earlier.hpp>
#include <rung/text/shell_word.hpp>

#include "../load.hpp"
#include "../whose.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

StoredAssessment load_previous(const Scene& scene, const StoredAssessment& after) {
  if (auto previous = find_previous(scene.ports.files, scene.home, after.assessment)) return *std::move(previous);
  throw Error(ExitCode::bad_input,
              fmt::format("there is no assessment of {} by {} before {} to compare with", after.assessment.ladder.title,
                          after.assessment.rater.name, after.id),
              "rate again with `rung assess`, or name two: `rung diff OLD NEW`; `rung list` shows what there is");
}

std::string describe_pair(const Assessment& assessment) {
  const std::string& about = assessment.subject.name;
  return fmt::format("about {} by {} ({})", about.empty() ? "somebody unknown" : about, assessment.rater.name,
                     to_string(assessment.rater.role));
}

// Another rater, or somebody else, is no other time.
void check_pair(const StoredAssessment& older, const StoredAssessment& newer) {
  if (is_same_pair(older.assessment, newer.assessment)) return;
  throw Error(ExitCode::usage,
              fmt::format("{} is {}, {} is {}: a diff compares two times of one subject and one rater", older.reference,
                          describe_pair(older.assessment), newer.reference, describe_pair(newer.assessment)),
              fmt::format("report each: `rung report {}`, `rung report {}`", shell_word(older.reference),
                          shell_word(newer.reference)));
}

struct DiffCommand {
  std::string before;
  std::string after;
  Whose whose;
  OutputOptions output;

  void declare(Options& options) {
    options.value("OLD", before, "Earlier assessment (default: the one before NEW)");
    options.value("NEW", after, "Later assessment (default: latest)");
    whose.declare(options);
    options.check([this] { whose.check({before, after}); });
    declare_output(options, output, formats_and({"svg"}), {open_option, redact_option, no_pager_option});
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
    const Pair pair = before.empty() ? load_with_previous(scene, after) : load_pair(scene);
    deliver(scene, make_change_report(pair.older.assessment, pair.newer.assessment), output);
    return ExitCode::success;
  }

 private:
  struct Pair {
    StoredAssessment older;
    StoredAssessment newer;
  };

  [[nodiscard]] Pair load_with_previous(const Scene& scene, const std::string& reference) const {
    StoredAssessment newer = load_stored(scene, reference, whose.filter());
    StoredAssessment older = load_previous(scene, newer);
    return {std::move(older), std::move(newer)};
  }

  /// OLD alone is compared with the latest one; the latest one alone, with the one before it.
  [[nodiscard]] Pair load_pair(const Scene& scene) const {
    StoredAssessment older = load_stored(scene, before, whose.filter());
    if (after.empty()) {
      StoredAssessment latest = load_stored(scene, "latest", same_series(head_of(older.assessment)));
      if (older.path != latest.path) return {std::move(older), std::move(latest)};
      StoredAssessment previous = load_previous(scene, latest);
      return {std::move(previous), std::move(latest)};
    }
    StoredAssessment newer = load_stored(scene, after, whose.filter());
    if (older.path == newer.path) {
      throw Error(ExitCode::bad_input, fmt::format("both names mean {}", older.reference),
                  "a diff needs two: `rung diff OLD NEW`; `rung list` shows what there is");
    }
    check_pair(older, newer);
    return {std::move(older), std::move(newer)};
  }
};

}  // namespace

Command diff_command() {
  return {.name = "diff",
          .summary = "Show what changed between two assessments",
          .declare = declare<DiffCommand>,
          .examples = {{{"rung diff", "Compare the latest assessment with the one before it"},
                        {"rung diff latest~3 latest", "Compare it with the third one before it"}}},
          .section = section::everyday};
}

}  // namespace rung::cli
