#include "home_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <rung/analysis/log_status.hpp>
#include <rung/report/home.hpp>
#include <rung/store/find_assessment.hpp>
#include <rung/store/log_file.hpp>
#include <rung/text/shell_word.hpp>

#include "arguments.hpp"
#include "load.hpp"

namespace rung::cli {
namespace {

/// What is stored, as far as it can be read.
struct StoredState {
  std::vector<StoredAssessment> drafts;
  std::optional<StoredAssessment> last;
  Log log;
  int unreadable = 0;
};

void read_drafts(const Scene& scene, StoredState& stored) {
  try {
    DraftList list = list_drafts(scene.ports.files, scene.home);
    stored.drafts = std::move(list.drafts);
    stored.unreadable += static_cast<int>(list.unreadable.size());
  } catch (const Error&) {
    ++stored.unreadable;
  }
}

/// Without a latest assessment, there is none, or none can be read.
int count_unreadable(const Scene& scene) {
  int finished = 0;
  const auto unreadable =
      visit_heads(scene.ports.files, scene.home, {}, [&finished](const StoredHead&) { ++finished; });
  return finished + static_cast<int>(unreadable.size());
}

void read_last(const Scene& scene, StoredState& stored) {
  try {
    FoundAssessment found = find_assessment(scene.ports.files, scene.home, "latest");
    stored.last = std::move(found.found);
    stored.unreadable += static_cast<int>(found.unreadable.size());
  } catch (const Error& error) {
    stored.unreadable += error.code() == ExitCode::input_output ? 1 : count_unreadable(scene);
  }
}

void read_entries(const Scene& scene, StoredState& stored) {
  try {
    stored.log = load_log(scene.ports.files, scene.home);
    if (stored.log.unreadable > 0) ++stored.unreadable;
  } catch (const Error&) {
    ++stored.unreadable;
  }
}

StoredState read_state(const Scene& scene) {
  StoredState stored;
  if (scene.home.root.empty()) return stored;
  read_drafts(scene, stored);
  read_last(scene, stored);
  read_entries(scene, stored);
  return stored;
}

bool is_own(const Assessment& draft, std::string_view person) {
  return draft.amends.empty() && draft.rater.role == RaterRole::self && draft.rater.name == person &&
         draft.subject.name == person;
}

/// The draft to resume: the person's own before one like the latest assessment, then the one that was begun last.
const StoredAssessment* choose_draft(const StoredState& stored, std::string_view person) {
  const auto key = [&](const StoredAssessment& draft) {
    const bool is_like_last = stored.last && is_same_pair(draft.assessment, stored.last->assessment);
    return std::tuple(is_own(draft.assessment, person), is_like_last, draft.assessment.started_at.at);
  };
  const auto best = std::max_element(stored.drafts.begin(), stored.drafts.end(),
                                     [&key](const auto& one, const auto& other) { return key(one) < key(other); });
  return best == stored.drafts.end() ? nullptr : &*best;
}

/// The command that resumes `draft`, with no more words than that takes.
std::string describe_resuming(const Assessment& draft, const StoredState& stored, std::string_view person) {
  const auto own = std::count_if(stored.drafts.begin(), stored.drafts.end(),
                                 [person](const StoredAssessment& one) { return is_own(one.assessment, person); });
  if (is_own(draft, person)) return own == 1 ? "rung assess" : fmt::format("rung assess {}", draft.ladder.id);
  if (!draft.amends.empty()) return fmt::format("rung assess --amend {}/{}", draft.ladder.id, draft.id);
  const Rater& rater = draft.rater;
  const bool needs_role = rater.role != RaterRole::self || rater.name.find(':') != std::string::npos;
  std::string command =
      fmt::format("rung assess {} --as {}", draft.ladder.id,
                  shell_word(needs_role ? fmt::format("{}:{}", rater.name, to_string(rater.role)) : rater.name));
  if (draft.subject.name != rater.name) command += fmt::format(" --about {}", shell_word(draft.subject.name));
  return command;
}

void take_usual_ladder(const Scene& scene, HomeReport& report) {
  try {
    const Ladder ladder = load_ladder(scene, "");
    report.ladder_title = ladder.title;
    report.behaviors = static_cast<int>(list_behaviors(ladder).size());
  } catch (const Error&) {
    ++report.unreadable_files;
  }
}

void take_ladder(const Assessment& assessment, HomeReport& report) {
  report.ladder_title = assessment.ladder.title;
  report.behaviors = static_cast<int>(assessment.answers.size());
}

HomeReport look_home(const Scene& scene) {
  const std::string person = own_name(scene.environment);
  StoredState stored = read_state(scene);
  HomeReport report;
  report.today = date_of(scene.ports.now());
  report.name = person;
  report.unreadable_files = stored.unreadable;
  const StoredAssessment* draft = choose_draft(stored, person);
  const StoredAssessment* named = stored.last ? &*stored.last : draft;
  if (named != nullptr && !named->assessment.subject.name.empty()) report.name = named->assessment.subject.name;
  if (draft != nullptr) {
    const Assessment& assessment = draft->assessment;
    report.draft = summarize_draft(assessment, draft->reference, describe_resuming(assessment, stored, person));
    take_ladder(assessment, report);
  } else if (stored.last) {
    take_ladder(stored.last->assessment, report);
  } else {
    take_usual_ladder(scene, report);
  }
  std::optional<Assessment> last;
  if (stored.last) last = std::move(stored.last->assessment);
  const LogStatus status = judge_log(stored.log.entries, std::move(last));
  if (status.last) report.last = summarize_result(*status.last, stored.last->reference);
  report.entries = status.since_assessment;
  report.untied_entries = status.inbox_since_assessment;
  return report;
}

struct HomeScreen {
  OutputOptions output;

  void declare(Options& options) {
    options.flag("--json", output.format, std::optional(Format::json), "Print where you are as JSON");
    output.paging = Paging::off;
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    const Environment& environment = scene.environment;
    if (!output.format && !(environment.in_is_terminal && environment.out_is_terminal)) {
      scene.ports.err(paint(lay_out_help_on({}, scene.width), scene.err));
      return ExitCode::usage;
    }
    deliver(scene, look_home(scene), output);
    return ExitCode::success;
  }
};

}  // namespace

Command home_screen_command() {
  return {.name = "",
          .summary = "",
          .declare = declare<HomeScreen>,
          .examples = {{{"rung", "Show where you are and what to do next"},
                        {"rung help assess", "Show the help of a command"}}},
          .home = HomeUse::optional};
}

}  // namespace rung::cli
