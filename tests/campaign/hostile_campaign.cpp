#include <filesystem>
#include <string>
#include <vector>

#include <rung/ladder/ladder.hpp>
#include <rung/ladder/parse.hpp>

#include "campaign/hostile_corpus.hpp"
#include "campaign/scenario.hpp"
#include "campaign/trials.hpp"
#include "catch.hpp"

namespace fs = std::filesystem;
using rung::Scratch;

namespace {

/// Every file in the long form, each ninth in the short one.
template <class Visit>
void visit_hostile(Role role, const Visit& visit) {
  const Scratch made;
  const std::vector<HostileFile> files = gather_hostile(role, made);
  REQUIRE(files.size() > 30);
  for (std::size_t index = 0; index < files.size(); index += is_long_form() ? 1U : 9U) visit(files[index]);
}

const std::vector<std::string> every_format{"text", "markdown", "html", "json", "csv"};

void report_everything(Trials& trials) {
  for (const std::string& format : every_format) {
    trials.run({"report", "--format", format, "--no-pager"});
    trials.run({"diff", "--format", format, "--no-pager"});
    trials.run({"list", "--format", format, "--no-pager"});
    trials.run({"history", "--format", format, "--no-pager"});
    trials.run({"doctor", "--format", format, "--no-pager"});
    trials.run({"report", "--against", "ic4-mle", "--format", format, "--no-pager"});
  }
  trials.run({"report", "--format", "svg"});
  trials.run({"report", "--redact", "--no-pager"});
  trials.run({"export", "-o", "{place}/report.md", "--charts"});
  trials.run({"export", "-o", "{place}/report.html"});
  for (const char* written : {"report.md", "report-radar.svg", "report.html"}) trials.look_at(written);
  trials.run({"export", "--all", "--format", "csv"});
  trials.run({"export", "--all", "--format", "jsonl"});
}

bool is_plain_file(const std::string& path) {
  std::error_code failure;
  return fs::is_regular_file(path, failure);
}

/// Answers for every behavior of a ladder, if it is one.
std::string answer_all(const HostileFile& file, int rating) {
  if (!is_plain_file(file.path) || fs::file_size(file.path) > (1U << 20U)) return {};
  const auto parsed = rung::parse_ladder(read_bytes(file.path), file.name);
  if (!parsed) return {};
  std::string answers;
  for (const auto& placed : rung::list_behaviors(*parsed.value)) {
    answers += placed.behavior->key + ":\n  rating: " + std::to_string(rating) +
               "\n  note: '=1+1 <script>alert(1)</script> [x](javascript:alert(1)) | `'\n";
  }
  return answers;
}

}  // namespace

TEST_CASE("hostile ladders are refused, or shown without harm", "[hostile]") {
  Trials trials("ladders");
  visit_hostile(Role::ladder, [&trials](const HostileFile& file) {
    const Scratch place;
    trials.begin(file, place.path());
    trials.run({"ladder", "check", "{file}"});
    trials.run({"ladder", "check", "--strict", "--format", "json", "{file}"});
    for (const std::string& format : every_format) {
      trials.run({"ladder", "show", "{file}", "--format", format, "--no-pager"});
      trials.run({"ladder", "diff", "{file}", "ic3-mle", "--format", format, "--no-pager"});
    }
    trials.run({"ladder", "show", "{file}", "--format", "yaml"});
    trials.run({"ladder", "add", "{file}"});
    trials.run({"ladder", "list"});
    for (const int rating : {1, 2}) {
      place.write("answers.yaml", answer_all(file, rating));
      trials.run({"assess", "{file}", "--answers", "{place}/answers.yaml", "--label", std::to_string(rating)});
    }
    if (fs::exists(place / "home/assessments")) report_everything(trials);
    // Whatever its id says, nothing was written outside of its place.
    for (const std::string& name : place.names("."))
      CHECK((name == "home" || name == "answers.yaml" || name.starts_with("report")));
  });
  trials.print();
}

TEST_CASE("hostile assessments are refused, or reported without harm", "[hostile]") {
  Trials trials("assessments");
  visit_hostile(Role::assessment, [&trials](const HostileFile& file) {
    const Scratch place;
    place.write("home/assessments/baker/2026-01-01-kim.json",
                read_bytes(RUNG_SOURCE_ROOT "/tests/data/hostile/assessments/good.json"));
    const std::string stored = place / "home/assessments/baker/2026-03-14-kim.json";
    if (is_plain_file(file.path))
      fs::copy_file(file.path, stored);
    else
      fs::create_symlink(file.path, stored);
    trials.begin(file, place.path());
    report_everything(trials);
    trials.run({"report", "{file}", "--no-pager"});
    trials.run({"diff", "{file}", "2026-01-01-kim", "--no-pager"});
    trials.run({"assess", "--amend", "2026-03-14-kim", "--set", "weigh=2"});
    place.write("home/drafts/baker--kim.json", is_plain_file(file.path) ? read_bytes(stored) : "");
    trials.run({"list"});
    trials.run({"doctor"});
  });
  trials.print();
}

TEST_CASE("hostile answers are refused, or reported without harm", "[hostile]") {
  Trials trials("answers");
  visit_hostile(Role::answers, [&trials](const HostileFile& file) {
    const Scratch place;
    trials.begin(file, place.path());
    trials.run({"assess", "ic3-mle", "--partial", "--answers", "{file}", "--label", "one"});
    trials.run({"assess", "ic3-mle", "--partial", "--answers", "{file}", "--label", "two"});
    if (fs::exists(place / "home/assessments")) report_everything(trials);
  });
  trials.print();
}

TEST_CASE("hostile documents are refused, or become ladders that can be checked", "[hostile]") {
  Trials trials("documents");
  visit_hostile(Role::document, [&trials](const HostileFile& file) {
    const Scratch place;
    trials.begin(file, place.path());
    trials.run({"ladder", "import", "{file}"});
    trials.run({"ladder", "import", "{file}", "-o", "{place}/made.yaml"});
    if (!fs::exists(place / "made.yaml")) return;
    CHECK(trials.run({"ladder", "check", "{place}/made.yaml"}) == 0);
    trials.run({"ladder", "show", "{place}/made.yaml", "--format", "html"});
  });
  trials.print();
}
