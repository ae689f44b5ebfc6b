#include <algorithm>
#include <fstream>

#include <fmt/format.h>

#include <rung/log/log.hpp>

#include "campaign/scenario.hpp"
#include "campaign/trials.hpp"
#include "catch.hpp"

namespace fs = std::filesystem;
using namespace rung;

namespace {

/// What the log holds before.
constexpr const char* log_before =
    R"({"format":"rung-log/1","id":"abcdefghijkl","rev":1,"at":"2026-02-01T09:00:00Z","on":"2026-02-01","state":"kept","text":"Drafted the plan"})"
    "\n"
    R"({"format":"rung-log/1","id":"mnopqrstuvwx","rev":1,"at":"2026-02-02T09:00:00Z","on":"2026-02-02","state":"kept","text":"Met the team"})"
    "\n";

constexpr const char* imported = "- 2026-03-02 Imported one\n- 2026-03-03 Imported two\n- 2026-03-04 Imported three\n";

void write_log_before(const std::string& place) {
  fs::create_directory(place + "/home");
  std::ofstream(place + "/home/log.jsonl", std::ios::binary) << log_before;
  std::ofstream(place + "/before.jsonl", std::ios::binary) << log_before;
  std::ofstream(place + "/brag.md", std::ios::binary) << imported;
}

std::string describe_entry(const Entry& entry) {
  std::string text = fmt::format("{} {}", to_string(entry.state), entry.text);
  for (const Tie& tie : entry.behaviors) text += fmt::format(" -> {}", tie.behavior);
  return fmt::format("{}\n", text);
}

/// The entries of the log by their days, without their ids; or that what was in it before is not there byte for byte. A
/// line that was cut short counts for nothing.
std::string describe_log(const std::string& place) {
  const std::string bytes = read_bytes(place + "/home/log.jsonl");
  if (!bytes.starts_with(read_bytes(place + "/before.jsonl"))) return "the log was rewritten";
  std::string text;
  for (const Entry& entry : read_log(bytes, "log.jsonl").entries) text += describe_entry(entry);
  return text;
}

/// As above, but of an import only the whole counts: the next one takes up what a refused one left.
std::string describe_import(const std::string& place) {
  const Log log = read_log(read_bytes(place + "/home/log.jsonl"), "log.jsonl");
  const auto count =
      std::count_if(log.entries.begin(), log.entries.end(), [](const Entry& entry) { return !entry.source.empty(); });
  if (count == 3) return describe_log(place);
  std::string text = describe_log(place);
  for (const Entry& entry : log.entries)
    if (!entry.source.empty()) text.erase(text.find(describe_entry(entry)), describe_entry(entry).size());
  return text;
}

const std::vector<std::string> log_next{"log", "Zzz qqq"};
constexpr const char* next_entry = "kept Zzz qqq\n";

Scenario first_entry() {
  const auto prepare = [](const std::string&) {};
  return {"first entry, no data directory",
          prepare,
          {"log", "2026-03-01 Xxx yyy"},
          {},
          {"Logged for "},
          describe_log,
          log_next,
          {},
          Next::goes_on,
          next_entry};
}

/// The entry is safe before the question, so whatever goes wrong until then is a warning.
Scenario tied_entry() {
  return {"entry, tied at the question",
          write_log_before,
          {"log", "2026-03-01 Wrote the postmortem of the outage"},
          {"1"},
          {"Logged for ", "Evidence of Own failures."},
          describe_log,
          log_next,
          {},
          Next::goes_on,
          next_entry,
          "The entry is saved. It could not be compared"};
}

Scenario edited_entry() {
  return {"log edit",
          write_log_before,
          {"log", "edit", "abcd", "--text", "Agreed the plan", "-b", "learn-from-failure"},
          {},
          {"Changed "},
          describe_log,
          log_next,
          {},
          Next::goes_on,
          next_entry};
}

Scenario imported_entries() {
  const std::vector<std::string> arguments{"log", "import", "{place}/brag.md", "--all"};
  return {"log import", write_log_before, arguments, {}, {"Imported 3 entries"}, describe_import, arguments,
          {},           Next::completes};
}

}  // namespace

std::vector<Scenario> log_scenarios() { return {first_entry(), tied_entry(), edited_entry(), imported_entries()}; }
