#include <filesystem>
#include <string>
#include <utility>
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

template <class Visit>
void visit_hostile(Role role, const Visit& visit) {
  const Scratch made;
  const std::vector<HostileFile> files = gather_hostile(role, made);
  REQUIRE(files.size() > 30);
  for (const HostileFile& file : files) visit(file);
}

using Commands = std::vector<std::vector<std::string>>;

const std::vector<std::string> every_format{"text", "markdown", "html", "json", "csv"};

Commands in_every_format(const Commands& commands) {
  Commands all;
  for (const std::string& format : every_format) {
    for (std::vector<std::string> words : commands) {
      words.insert(words.end(), {"--format", format, "--no-pager"});
      all.push_back(std::move(words));
    }
  }
  return all;
}

/// Commands that show what is stored: all of them in the long form, one for each file in the short one.
void report_everything(Trials& trials) {
  static const Commands commands = [] {
    Commands all =
        in_every_format({{"report"}, {"diff"}, {"list"}, {"history"}, {"doctor"}, {"report", "--against", "ic4-mle"}});
    all.insert(all.end(), {{"report", "--format", "svg"},
                           {"report", "--redact", "--no-pager"},
                           {"export", "-o", "{place}/report.md"},
                           {"export", "-o", "{place}/report.html"},
                           {"export", "--all", "--format", "csv"},
                           {"export", "--all", "--format", "jsonl"}});
    return all;
  }();
  trials.run_some(commands, 1);
  for (const char* written : {"report.md", "report.html"}) trials.look_at(written);
}

/// Whether it can be copied. A copy of the sparse file would be a gibibyte of zeros on the disk.
bool is_plain_file(const std::string& path) {
  std::error_code failure;
  return fs::is_regular_file(path, failure) && fs::file_size(path, failure) <= (16U << 20U);
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
  Commands views = in_every_format({{"ladder", "show", "{file}"}, {"ladder", "diff", "{file}", "ic3-mle"}});
  views.push_back({"ladder", "show", "{file}", "--format", "yaml"});
  views.push_back({"ladder", "check", "--strict", "--format", "json", "{file}"});
  visit_hostile(Role::ladder, [&](const HostileFile& file) {
    const Scratch place;
    trials.begin(file, place.path());
    trials.run({"ladder", "check", "{file}"});
    trials.run_some(views, 1);
    trials.run_some({{"ladder", "add", "{file}"}, {"ladder", "list"}}, 1);
    for (int rating = 1; rating <= (is_long_form() ? 2 : 1); ++rating) {
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
    trials.run_some({{"report", "{file}", "--no-pager"},
                     {"diff", "{file}", "2026-01-01-kim", "--no-pager"},
                     {"assess", "--amend", "2026-03-14-kim", "--set", "weigh=2"}},
                    1);
    place.write("home/drafts/baker--kim.json", is_plain_file(file.path) ? read_bytes(stored) : "");
    trials.run_some({{"list"}, {"doctor"}}, 1);
  });
  trials.print();
}

TEST_CASE("hostile answers are refused, or reported without harm", "[hostile]") {
  Trials trials("answers");
  visit_hostile(Role::answers, [&trials](const HostileFile& file) {
    const Scratch place;
    trials.begin(file, place.path());
    trials.run({"assess", "ic3-mle", "--partial", "--answers", "{file}", "--label", "one"});
    if (is_long_form()) trials.run({"assess", "ic3-mle", "--partial", "--answers", "{file}", "--label", "two"});
    if (fs::exists(place / "home/assessments")) report_everything(trials);
  });
  trials.print();
}

TEST_CASE("hostile documents are refused, or become ladders that can be checked", "[hostile]") {
  Trials trials("documents");
  visit_hostile(Role::document, [&trials](const HostileFile& file) {
    const Scratch place;
    trials.begin(file, place.path());
    if (is_long_form()) trials.run({"ladder", "import", "{file}"});
    trials.run({"ladder", "import", "{file}", "-o", "{place}/made.yaml"});
    if (!fs::exists(place / "made.yaml")) return;
    CHECK(trials.run({"ladder", "check", "{place}/made.yaml"}) == 0);
    if (is_long_form()) trials.run({"ladder", "show", "{place}/made.yaml", "--format", "html"});
  });
  trials.print();
}
