#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include <rung/assessment/assessment.hpp>

#include "campaign/scenario.hpp"
#include "catch.hpp"
#include "pty/assessing.hpp"

namespace fs = std::filesystem;
using namespace rung;

namespace {

constexpr const char* ladder_text =
    "format: rung-ladder/1\nid: tiny\ntitle: Tiny Ladder\npillars:\n  - id: results\n    title: Results\n"
    "    responsibilities:\n      - id: impact\n        title: Impact\n        behaviors:\n"
    "          - {id: first, text: I do the first thing.}\n          - {id: second, text: I do the second thing.}\n"
    "          - {id: third, text: I do the third thing.}\n";

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

/// What was answered, with what was written beside it.
std::string describe(const Assessment& assessment) {
  std::string text = ratings(assessment);
  for (const Answer& answer : assessment.answers) {
    if (const auto* reason = std::get_if<NotApplicable>(&answer.rating)) text += " (" + reason->reason + ")";
    if (answer.origin == Origin::carried) text += " carried";
    if (!answer.note.empty()) text += " {" + answer.note + "}";
    for (const Evidence& evidence : answer.evidence)
      text += " [" + evidence.text + " " + (evidence.links.empty() ? "" : evidence.links.front()) + "]";
  }
  return text;
}

/// Where a file below the home is: `draft`, `finished`, `removed draft`, or `removed finished`; a copy that was kept
/// may be in either place while it is moved.
std::string kind_of(const fs::path& file) {
  const std::string name = file.filename().string();
  if (!name.ends_with(".json")) return "kept";
  const fs::path above = file.parent_path().parent_path();
  const std::string kind = above.filename() == "drafts" ? "draft" : "finished";
  return above.parent_path().filename() == "removed" ? "removed " + kind : kind;
}

/// Reads every assessment that there is, kept copies too, and lists what they say. A draft of the sitting of a finished
/// one, or that says what a finished one does, is what a crash after finishing leaves.
std::string describe_home(const std::string& place) {
  std::map<std::string, std::multiset<std::string>> found;
  std::map<std::string, std::string> drafts;
  std::set<std::string> finished_sittings;
  if (!fs::exists(place + "/home")) return "nothing";
  for (const auto& entry : fs::recursive_directory_iterator(place + "/home")) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_regular_file() || name.starts_with('.') || name.find(".json") == std::string::npos) continue;
    const Assessment assessment = read_assessment(entry.path().string());
    const std::string kind = kind_of(entry.path());
    if (kind == "finished") finished_sittings.insert(assessment.sitting);
    if (kind == "draft" && assessment.amends.empty())
      drafts[assessment.sitting] = describe(assessment);
    else
      found[kind].insert(describe(assessment));
  }
  for (const auto& [sitting, draft] : drafts)
    if (!finished_sittings.contains(sitting)) found["draft"].insert(draft);
  for (const std::string& finished : found["finished"]) found["draft"].erase(finished);
  // What an amendment keeps before it replaces anything is no state of its own.
  for (const std::string& finished : found["finished"]) found["kept"].erase(finished);
  std::string text;
  for (const auto& [kind, all] : found)
    for (const std::string& answers : all) text += kind + ": " + answers + "\n";
  return text.empty() ? "nothing" : text;
}

void write_tiny(const std::string& place) { write_file(place + "/tiny.yaml", ladder_text); }

/// Runs rung in the place and expects it to succeed.
void run_rung(const std::string& place, const std::vector<std::string>& arguments) {
  std::vector<std::string> command = arguments;
  command.insert(command.begin(), RUNG_PROGRAM);
  Session session(place + "/home", {}, {.command = std::move(command)});
  const int code = session.wait_for_exit();
  INFO(session.output());
  REQUIRE((code == 0 || code == 5));
}

/// A finished assessment of the tiny ladder.
void finish_tiny(const std::string& place, const std::vector<std::string>& ratings) {
  write_tiny(place);
  std::vector<std::string> arguments{"assess", place + "/tiny.yaml", "--as", "Kim", "--note", "third=because"};
  for (const std::string& rating : ratings) arguments.insert(arguments.end(), {"--set", rating});
  run_rung(place, arguments);
}

void finish_scenario(const std::string& place) { finish_tiny(place, {"first=2", "second=3", "third=4"}); }

const std::vector<std::string> assess_tiny{"assess", "{place}/tiny.yaml", "--as", "Kim"};
const std::vector<std::string> answered{"· saved", "Saved as tiny/"};

Scenario first_session() {
  return {"first session, no data directory",
          write_tiny,
          assess_tiny,
          {"e2026-03-01 Shipped it https://example.org/x\r", "3", "2", "b1", "nnot in this job\r", "f"},
          answered,
          describe_home,
          assess_tiny,
          "q"};
}

Scenario resumed_session() {
  const auto prepare = [](const std::string& place) {
    write_tiny(place);
    Session session(place + "/home", {}, {.command = {RUNG_PROGRAM, "assess", place + "/tiny.yaml", "--as", "Kim"}});
    session.wait_for_prompt();
    session.type("4");
    session.wait_for_count("· saved", 1);
    session.wait_for_prompt();
    session.type("q");
    REQUIRE(session.wait_for_exit() == 5);
  };
  return {"resumed session", prepare, assess_tiny, {"1", "ono", "f"}, answered, describe_home, assess_tiny, "q"};
}

Scenario amendment() {
  const std::vector<std::string> amend{"assess", "--amend", "latest"};
  return {"amendment",   finish_scenario, amend, {"g1\r4", "ssf"}, {"· saved", "rung report --full"},
          describe_home, amend,           "q"};
}

/// What is not asked is carried, and so is what is asked and left.
Scenario update() {
  std::vector<std::string> arguments = assess_tiny;
  arguments.emplace_back("--update");
  const auto prepare = [](const std::string& place) { finish_tiny(place, {"first=2", "second=1", "third=4"}); };
  Scenario scenario{"update", prepare,       arguments,   {"e2026-03-01 Shipped it\r", "3", "sfy"},
                    answered, describe_home, assess_tiny, "q"};
  scenario.depends_on_what_it_reads = true;
  return scenario;
}

/// An assessment with a backup.
void amend_tiny(const std::string& place) {
  finish_scenario(place);
  run_rung(place, {"assess", "--amend", "latest", "--set", "first=4"});
}

Scenario removal() {
  const std::vector<std::string> arguments{"remove", "latest", "--yes"};
  return {"remove an assessment and its backup", amend_tiny, arguments, {}, {"Removed tiny/"}, describe_home, {"list"}};
}

Scenario restoration() {
  const auto prepare = [](const std::string& place) {
    write_tiny(place);
    run_rung(place, {"assess", place + "/tiny.yaml", "--as", "Kim", "--on", "2026-01-15", "--set", "first=2", "--set",
                     "second=3", "--set", "third=4"});
    run_rung(place, {"assess", "--amend", "latest", "--set", "first=4"});
    run_rung(place, {"remove", "latest", "--yes"});
  };
  return {"restore an assessment and its backup",
          prepare,
          {"restore", "2026-01-15-kim"},
          {},
          {"Restored tiny/"},
          describe_home,
          {"list"}};
}

Scenario scripted_session() {
  const std::vector<std::string> arguments{"assess", "{place}/tiny.yaml", "--as",  "Kim",    "--set", "first=2",
                                           "--set",  "second=3",          "--set", "third=4"};
  return {"answers from arguments", write_tiny, arguments, {}, {"rung report --full"}, describe_home, assess_tiny, "q"};
}

std::string describe_report(const std::string& place) { return read_file(place + "/report.md"); }

Scenario export_over_existing() {
  const std::vector<std::string> arguments{"export", "-o", "{place}/report.md"};
  const auto prepare = [](const std::string& place) {
    finish_scenario(place);
    write_file(place + "/report.md", "the old report\n");
  };
  return {"export over an existing file",
          prepare,
          arguments,
          {},
          {"Wrote "},
          describe_report,
          arguments,
          {},
          Next::completes};
}

Scenario export_of_all() {
  const std::vector<std::string> arguments{"export", "--all", "--format", "jsonl", "-o", "{place}/report.md"};
  const auto prepare = [](const std::string& place) {
    finish_scenario(place);
    write_file(place + "/report.md", "the old rows\n");
  };
  return {"export of all over an existing file",
          prepare,
          arguments,
          {},
          {"Wrote "},
          describe_report,
          arguments,
          {},
          Next::completes};
}

std::string describe_ladders(const std::string& place) {
  std::string text;
  if (!fs::exists(place + "/home/ladders")) return text;
  for (const auto& entry : fs::directory_iterator(place + "/home/ladders")) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".yaml")) text += name + "\n" + read_file(entry.path());
  }
  return text;
}

Scenario added_ladder() {
  const std::vector<std::string> arguments{"ladder", "add", "--force", "{place}/tiny.yaml"};
  const auto prepare = [](const std::string& place) {
    write_tiny(place);
    run_rung(place, {"ladder", "add", place + "/tiny.yaml"});
    std::string text = ladder_text;
    text.replace(text.find("Tiny"), 4, "Better");
    write_file(place + "/tiny.yaml", text);
  };
  return {"ladder in place of another",
          prepare,
          arguments,
          {},
          {"Added", "Replaced"},
          describe_ladders,
          arguments,
          {},
          Next::completes};
}

}  // namespace

std::vector<Scenario> all_scenarios() {
  std::vector<Scenario> all{first_session(), resumed_session(), amendment(),        update(),
                            removal(),       restoration(),     scripted_session(), export_over_existing(),
                            export_of_all(), added_ladder()};
  for (Scenario& scenario : log_scenarios()) all.push_back(std::move(scenario));
  return all;
}
