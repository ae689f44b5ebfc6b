#include <fmt/format.h>

#include <algorithm>

#include <rung/analysis/trend.hpp>
#include <rung/report/report.hpp>
#include <rung/store/catalog.hpp>
#include <rung/store/find_assessment.hpp>

#include "../load.hpp"
#include "../progress.hpp"
#include "../whose.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

bool is_path(std::string_view name) {
  return name.find('/') != std::string_view::npos || name.ends_with(".yaml") || name.ends_with(".yml");
}

Date read_date(const std::string& text) {
  if (const auto date = parse_date(text)) return *date;
  throw Error(ExitCode::usage, fmt::format("--since: `{}` is not a date", text),
              "write it as year-month-day, for example 2026-03-14");
}

/// Without `since`, something else removed the assessments while they were read.
[[noreturn]] void refuse_empty(const Assessment& latest, const std::optional<Date>& since) {
  throw Error(
      ExitCode::bad_input,
      fmt::format("there is no finished assessment on the ladder `{}` by `{}`{}", latest.ladder.id, latest.rater.name,
                  since ? fmt::format(" since {}", format_date(*since)) : " anymore"),
      since ? fmt::format("the latest one is of {}", format_date(latest.on)) : "`rung list` shows what there is");
}

void count_other(std::vector<OtherSeries>& others, const AssessmentHead& head) {
  const auto found = std::find_if(others.begin(), others.end(), [&head](const OtherSeries& other) {
    return other.subject == head.subject && other.rater == head.rater;
  });
  OtherSeries& other = found == others.end() ? others.emplace_back(OtherSeries{head.subject, head.rater, 0}) : *found;
  ++other.assessments;
}

struct HistoryCommand {
  std::string ladder;                ///< id or path; empty: that of the latest assessment
  std::optional<std::string> rater;  ///< the same as --as
  Whose whose;
  std::optional<Date> since;
  OutputOptions output;

  void declare(Options& options) {
    options.value("LADDER", ladder, "Ladder (default: that of the latest assessment)");
    options.value("--rater NAME", rater, "Show the ratings by NAME")->check(needs_something());
    whose.declare(options);
    options.exclude("--rater", {"--as"});
    const auto read_since = [this](const std::string& text) { since = read_date(text); };
    options.text("--since DATE", "Skip assessments before DATE (2026-03-14)", read_since)->check(needs_something());
    declare_output(options, output, formats_and({"svg"}), {open_option, no_pager_option, redact_option});
  }

  [[nodiscard]] AssessmentFilter read_filter(const Scene& scene) const {
    AssessmentFilter filter = whose.filter();
    if (!ladder.empty())
      filter.ladder =
          is_path(ladder) ? load_ladder(scene, ladder).id : find_ladder_id(scene.ports.files, scene.home, ladder);
    if (rater) filter.rater = rater;
    return filter;
  }

  [[nodiscard]] bool is_asked_for(Date on) const { return !since || on >= *since; }

  [[nodiscard]] std::vector<OtherSeries> count_others(const Scene& scene, const AssessmentFilter& series) const {
    std::vector<OtherSeries> others;
    // What is passed over here was passed over before, and told then.
    static_cast<void>(visit_heads(scene.ports.files, scene.home, {series.ladder}, [&](const StoredHead& stored) {
      if (!passes(stored.head, series) && is_asked_for(stored.head.on)) count_other(others, stored.head);
    }));
    return others;
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
    // What is passed over here is passed over again by the visit, and reported then.
    const Assessment latest =
        find_assessment(scene.ports.files, scene.home, "latest", read_filter(scene)).found.assessment;
    const AssessmentFilter series = same_series(head_of(latest));
    TrendTracer tracer;
    std::vector<UnreadableFile> unreadable;
    {
      Progress progress(scene, "reading assessments");
      const auto add = [&](const StoredAssessment& stored) {
        if (is_asked_for(stored.assessment.on)) tracer.add(stored.assessment);
      };
      unreadable = visit_finished(scene.ports.files, scene.home, series,
                                  {add, [&progress](std::size_t done, std::size_t all) { progress.tell(done, all); }});
    }
    warn_unreadable(scene, unreadable);
    if (tracer.empty()) refuse_empty(latest, since);
    deliver(scene,
            HistoryReport{tracer.finish(), latest.ladder.id, latest.ladder.title, latest.subject, latest.rater, since,
                          count_others(scene, series)},
            output);
    return unreadable.empty() ? ExitCode::success : ExitCode::bad_input;
  }
};

}  // namespace

Command history_command() {
  return {.name = "history",
          .summary = "Show all assessments and the trend",
          .declare = declare<HistoryCommand>,
          .examples = {{{"rung history", "Show every assessment on the ladder you used last"},
                        {"rung history --since 2026-01-01 -o trend.svg", "Draw the trend since January"}}},
          .section = section::results};
}

}  // namespace rung::cli
