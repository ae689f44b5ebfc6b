#include <rung/log/candidates.hpp>

#include <fstream>
#include <sstream>
#include <string>

#include <fmt/format.h>

#include <rung/ladder/parse.hpp>
#include <rung/log/log.hpp>

#include "catch.hpp"

using namespace rung;

namespace {

const Timestamp import_time = *parse_timestamp("2026-04-02T09:00:00+02:00");

std::string read_log_data(const std::string& name) {
  std::ifstream file(fmt::format("{}/log/{}", RUNG_TEST_DATA, name), std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

Candidates read_as(CandidateFormat format, std::string_view text) {
  return read_candidates(format, text, "notes", {import_time, {}, nullptr});
}
Candidates read_markdown(std::string_view text) { return read_as(CandidateFormat::markdown, text); }

/// Each entry on a line, with its links, and each problem.
std::string show_candidates(const Candidates& candidates) {
  std::string shown;
  for (const Entry& entry : candidates.entries) {
    shown += fmt::format("{} {}", format_date(entry.on), entry.text);
    for (const std::string& link : entry.links) shown += fmt::format(" <{}>", link);
    for (const std::string& tag : entry.tags) shown += fmt::format(" #{}", tag);
    for (const Tie& tie : entry.behaviors) shown += fmt::format(" {}/{}", tie.ladder, tie.behavior);
    shown += '\n';
    const Log log = read_log(write_entry(entry), "log.jsonl");
    CHECK(log.entries == std::vector<Entry>{entry});
  }
  for (const Diagnostic& problem : candidates.problems)
    shown += fmt::format("{}:{}: {}{}; {}\n", problem.at.line, problem.at.column,
                         problem.severity == Severity::warning ? "warning: " : "", problem.message, problem.hint);
  CHECK(candidates.unusable >= candidates.problems.size());
  return shown;
}

std::string show_markdown(std::string_view text) { return show_candidates(read_markdown(text)); }
std::string show_csv(std::string_view text) { return show_candidates(read_as(CandidateFormat::csv, text)); }
std::string show_json_lines(std::string_view text) {
  return show_candidates(read_as(CandidateFormat::json_lines, text));
}

Ladder make_small_ladder() {
  const auto ladder = parse_ladder(
      "format: rung-ladder/1\nid: small\ntitle: Small\npillars:\n  - id: work\n    title: Work\n    responsibilities:\n"
      "      - id: care\n        title: Care\n        behaviors:\n          - {id: learn, text: I learn from "
      "failure.}\n"
      "          - {id: teach, text: I teach others.}\n",
      "small.yaml");
  REQUIRE(ladder);
  return *ladder.value;
}

}  // namespace

TEST_CASE("a format is recognized by the file's ending", "[log]") {
  CHECK(find_candidate_format("notes/Brag.MD") == CandidateFormat::markdown);
  CHECK(find_candidate_format("a.markdown") == CandidateFormat::markdown);
  CHECK(find_candidate_format("a.csv") == CandidateFormat::csv);
  CHECK(find_candidate_format("a.jsonl") == CandidateFormat::json_lines);
  CHECK(find_candidate_format("a.ndjson") == CandidateFormat::json_lines);
  CHECK_FALSE(find_candidate_format("a.json"));
  CHECK_FALSE(find_candidate_format("md"));
}

TEST_CASE("a brag document of three months is read", "[log]") {
  CHECK(show_markdown(read_log_data("brag.md")) ==
        "2026-03-14 Led the review of the checkout outage <https://example.org/reviews/14>\n"
        "2026-03-09 Paired with Kim on feature_flags twice\n"
        "2026-03-01 Search migration: moved the last index to the new cluster; wrote the runbook\n"
        "2026-03-02 Mentoring: First session with Lee on code review\n"
        "2026-03-16 Mentoring: Second session, on testing <https://example.org/notes/2>\n"
        "2026-03-01 Gave the talk on ranking metrics\n"
        "2026-03-23 Cut the build from 14 to 6 minutes, mostly by caching\n"
        "2026-03-23 Interviewed two candidates\n"
        "2026-02-01 Proposed the quarterly goals for search\n"
        "2026-02-11 Fixed the flaky upload test\n"
        "2026-02-11 Reviewed the design of the new ranker\n"
        "2025-10-01 Shipped the first version of query suggestions (launch post)\n"
        "2025-10-01 On call for two weeks\n"
        "30:1: warning: this item is not checked off, so it is skipped; write [x] when it is done\n"
        "9:1: warning: lines 9, 13 are not imported: only list items are; begin each thing that you did with `- `\n");
}

TEST_CASE("a heading names the days of the items below it", "[log]") {
  const auto day_below = [](std::string_view heading) {
    const Candidates candidates = read_markdown(fmt::format("{}\n\n- demo\n", heading));
    return candidates.entries.empty() ? "none" : format_date(candidates.entries.front().on);
  };
  CHECK(day_below("## 2026-03") == "2026-03-01");
  CHECK(day_below("## 2026/03/14") == "2026-03-14");
  CHECK(day_below("### March 2026") == "2026-03-01");
  CHECK(day_below("### March") == "2026-03-01");
  CHECK(day_below("### May") == "2025-05-01");
  CHECK(day_below("### Mar 14") == "2026-03-14");
  CHECK(day_below("### 14th March, 2025: offsite") == "2025-03-14");
  CHECK(day_below("## Week of 2026-03-09") == "2026-03-09");
  CHECK(day_below("## Week of March 9") == "2026-03-09");
  CHECK(day_below("## 2026-W11") == "2026-03-09");
  CHECK(day_below("## 2026-Q1") == "2026-01-01");
  CHECK(day_below("## Q1 2026") == "2026-01-01");
  CHECK(day_below("## H2 2025 (second half)") == "2025-07-01");
  CHECK(day_below("# Accomplishments 2025") == "2025-01-01");
  CHECK(day_below("**2026-03**\n===") == "2026-03-01");
  CHECK(day_below("# 2025\n## October\n### Projects") == "2025-10-01");
  CHECK(day_below("## 2026-03\n## Projects") == "none");
  CHECK(day_below("## May the force") == "none");
  CHECK(day_below("## Route 66") == "none");
}

TEST_CASE("an item may begin with its day", "[log]") {
  CHECK(show_markdown("- 2026-03-14 demo\n") == "2026-03-14 demo\n");
  CHECK(show_markdown("- (2026-03-14) demo\n") == "2026-03-14 demo\n");
  CHECK(show_markdown("- [2026-03-14](https://example.org/day): demo\n") ==
        "2026-03-14 demo <https://example.org/day>\n");
  CHECK(show_markdown("- Mar 14, 2025 — demo\n") == "2025-03-14 demo\n");
  CHECK(show_markdown("- 14 March: demo\n") == "2026-03-14 demo\n");
  CHECK(show_markdown("- 2026-03: demo\n") == "2026-03-01 demo\n");
  CHECK(show_markdown("- March 2026 release\n") ==
        "1:1: this has no date; begin it with a date such as 2026-03-14, or name the day with --on DATE\n");
}

TEST_CASE("marks of Markdown are removed", "[log]") {
  const auto text_of = [](std::string_view marked) {
    std::string shown = show_markdown(fmt::format("- 2026-03-14 {}\n", marked));
    return shown.substr(0, shown.size() - 1);
  };
  CHECK(text_of("**bold** and _it_, ~~no~~ `a*b`") == "2026-03-14 bold and it, no a*b");
  CHECK(text_of("snake_case_name and 2 * 3 \\*") == "2026-03-14 snake_case_name and 2 * 3 *");
  CHECK(text_of("[the *plan*](https://example.org/a_(b) \"title\") done") ==
        "2026-03-14 the plan done <https://example.org/a_(b)>");
  CHECK(text_of("saw ![a chart](chart.png) and [[Page|a page]]") == "2026-03-14 saw a chart and a page");
  CHECK(text_of("shipped <https://example.org/1>") == "2026-03-14 shipped <https://example.org/1>");
  CHECK(text_of("[not a link] (really) a < b `c") == "2026-03-14 [not a link] (really) a < b `c");
}

TEST_CASE("tables, quotes, and paragraphs are no part of the item above them, and are named by their lines", "[log]") {
  const std::string text =
      "An introduction\nof two lines.\n\n- 2026-03-14 demo\n| a | b |\n|---|---|\n\n- 2026-03-15 talk\n  goes on\n\n"
      " A paragraph.\n\nHeading\n=======\n\n- 2026-03-16 post\n> quoted\n";
  CHECK(show_markdown(text) ==
        "2026-03-14 demo\n2026-03-15 talk goes on\n2026-03-16 post\n"
        "1:1: warning: lines 1-2, 5-6, 11, 17 are not imported: only list items are; begin each thing that you did "
        "with `- `\n");
  CHECK(show_markdown("- 2026-03-14 demo\n\nThe end.\n") ==
        "2026-03-14 demo\n3:1: warning: line 3 is not imported: only list items are; begin each thing that you did "
        "with `- `\n");
  CHECK(show_markdown("- 2026-03-14 demo\n\n  in its second paragraph\n") ==
        "2026-03-14 demo in its second paragraph\n");
}

TEST_CASE("what of Markdown is no entry says why", "[log]") {
  CHECK(show_markdown("Just a paragraph.\n") ==
        "1:1: there are no list items in this file; begin each thing that you did with `- `\n");
  CHECK(show_markdown("") == "1:1: there are no list items in this file; begin each thing that you did with `- `\n");
  CHECK(show_markdown("- 2027-01-01 talk\n") == "1:1: 2027-01-01 is in the future; import it when it has happened\n");
  CHECK(show_markdown("## 2026-13-01\n- talk\n") ==
        "1:1: there is no day `2026-13-01`; write it like 2026-03-14\n"
        "2:1: this has no date; begin it with a date such as 2026-03-14, or "
        "name the day with --on DATE\n");
  CHECK(show_markdown("- 2026-02-30: talk\n") == "1:1: there is no day `2026-02-30`; write it like 2026-03-14\n");
  CHECK(show_markdown("- 2026-03-14 red \x1B[31m\n- 2026-03-15 next\n") ==
        "2026-03-15 next\n"
        "1:1: this text contains U+001B (escape), which is not allowed; remove it; it cannot be seen\n");
  CHECK(show_markdown("- 2026-03-14 caf\xE9\n") ==
        "1:1: this text contains byte 0xE9 (not UTF-8), which is not allowed; save the file as UTF-8\n");
  CHECK(show_markdown("- 2026-03-14\n") == "1:1: there is no text to log; write down what was done, in one line\n");
  CHECK(show_markdown(fmt::format("  - 2026-03-14 {}\n", std::string(4'001, 'x'))) ==
        "1:3: this text has 4001 characters; an entry may have 4000; keep the gist and add a link to the rest\n");
  CHECK(show_markdown(std::string("\xFF\xFE-\0", 4)) ==
        "1:1: this text is UTF-16, not UTF-8; save the file as UTF-8\n");
}

TEST_CASE("what has no date takes the day that is given", "[log]") {
  const CandidateSettings settings{import_time, parse_date("2026-02-01"), nullptr};
  const auto text_with = [&settings](CandidateFormat format, std::string_view text) {
    return show_candidates(read_candidates(format, text, "notes", settings));
  };
  CHECK(text_with(CandidateFormat::markdown, "- demo\n- 2026-03-14 talk\n") == "2026-02-01 demo\n2026-03-14 talk\n");
  CHECK(text_with(CandidateFormat::csv, "text\ndemo\n") == "2026-02-01 demo\n");
  CHECK(text_with(CandidateFormat::json_lines, "{\"text\":\"demo\"}\n") == "2026-02-01 demo\n");
}

TEST_CASE("the same thing has the same id at every import", "[log]") {
  const auto ids_of = [](std::string_view text, std::string_view path, std::string_view now) {
    std::vector<std::string> ids;
    for (const Entry& entry :
         read_candidates(CandidateFormat::markdown, text, path, {*parse_timestamp(now), {}, nullptr}).entries)
      ids.push_back(entry.id);
    return ids;
  };
  const std::string text = "### Mar 14\n- demo\n- talk\n### Mar 15\n- demo\n";
  const auto ids = ids_of(text, "notes/brag.md", "2026-04-02T09:00:00Z");
  REQUIRE(ids.size() == 3);
  CHECK(ids[0] != ids[2]);
  CHECK(ids_of(text, "/home/kim/notes/brag.md", "2027-04-02T09:00:00Z") == ids);
  CHECK(ids_of(text, "other.md", "2026-04-02T09:00:00Z") != ids);
  const Candidates twice =
      read_markdown("- 2026-03-14 demo https://example.org/1\n- 2026-03-14 demo https://example.org/2\n");
  CHECK(show_candidates(twice) == "2026-03-14 demo <https://example.org/1> <https://example.org/2>\n");
  CHECK(twice.entries.front().source == "file:notes");
}

TEST_CASE("candidates whose id the log has are dropped, whatever its state there", "[log]") {
  const Candidates candidates = read_markdown("- 2026-03-14 one\n- 2026-03-15 two\n- 2026-03-16 three\n");
  Entry rejected = candidates.entries[1];
  rejected.state = EntryState::removed;
  const auto left = drop_known(candidates.entries, {candidates.entries[0], rejected});
  REQUIRE(left.size() == 1);
  CHECK(left.front().text == "three");
}

TEST_CASE("a table is read by the names of its columns", "[log]") {
  const Ladder ladder = make_small_ladder();
  CHECK(show_candidates(read_candidates(CandidateFormat::csv, read_log_data("export.csv"), "export.csv",
                                        {import_time, {}, &ladder})) ==
        "2026-01-12 Rolled out retries for uploads; no more pages <https://example.org/pr/88> #reliability #uploads "
        "small/work.care.learn\n"
        "2026-01-20 Wrote the \"how we page\" guide <https://example.org/guide> #docs\n"
        "2026-02-03 Mentored two new colleagues #mentoring\n");
  CHECK(show_csv("\xEF\xBB\xBFtext,description,ON\n\"two\nlines\",more,\"Mar 14, 2026\"\n") ==
        "2026-03-14 two lines\n");
}

TEST_CASE("what of a table is no entry says why", "[log]") {
  CHECK(show_csv("") == "1:1: there is nothing in this file; the first row names the columns: date, text\n");
  CHECK(show_csv("when,title\n") ==
        "1:1: there is no column `date`; rename one of `when`, `title` to date or day or on\n"
        "1:1: there is no column `text`; rename one of `when`, `title` to text or entry or what or description\n");
  CHECK(show_csv("date,date,text\n") == "1:6: the column `date` is there twice; rename one of them\n");
  CHECK(show_csv("date,text\n2026-01-01,\"a\"b\n") ==
        "2:15: text after the closing quote; a quote within a quoted cell is written twice: \"\"\n");
  CHECK(show_csv("date,text\n14/03/2026,demo\n,demo\n2026-03-14,\n2027-01-01,demo\n2026-03-14,talk\n") ==
        "2026-03-14 talk\n"
        "2:1: `14/03/2026` is no date; write it like 2026-03-14\n"
        "3:2: this has no date; begin it with a date such as 2026-03-14, or name the day with --on DATE\n"
        "4:1: there is no text to log; write down what was done, in one line\n"
        "5:12: 2027-01-01 is in the future; import it when it has happened\n");
  CHECK(show_csv("date,text\n2026-\x1B,demo\n") ==
        "2:1: this contains characters that are not allowed; write it like 2026-03-14\n");
  CHECK(show_csv("date,text,link,tag,behavior\n2026-03-14,demo,ftp://a,\x07,learn\n") ==
        "2026-03-14 demo\n"
        "2:17: warning: `ftp://a` is no link, so it is left out; a link begins with https://, http://, or mailto:\n"
        "2:25: warning: this contains characters that are not allowed, so it is left out; remove them\n"
        "2:27: warning: these behaviors are of no ladder, so they are left out; name their ladder with --ladder\n");
  std::string links;
  for (int number = 0; number < 3'000; ++number) links += fmt::format("https://example.org/{:010} ", number);
  CHECK(show_csv(fmt::format("date,text,link\n2026-03-14,demo,{}\n", links)) ==
        "2:12: this takes more than 64 KiB in the log; give it fewer links and tags\n");
}

TEST_CASE("a behavior that the ladder does not have is left out", "[log]") {
  const Ladder ladder = make_small_ladder();
  CHECK(show_candidates(read_candidates(CandidateFormat::csv, "date,text,behaviors\n2026-03-14,demo,lern care.teach\n",
                                        "a.csv", {import_time, {}, &ladder})) ==
        "2026-03-14 demo small/work.care.teach\n"
        "2:17: warning: there is no behavior `lern` in small, so it is left out; did you mean `learn`?\n");
}

TEST_CASE("JSON Lines are read by the same names", "[log]") {
  CHECK(show_json_lines(read_log_data("export.jsonl")) ==
        "2026-01-12 Rolled out retries for uploads <https://example.org/pr/88> #reliability #on call\n"
        "2026-01-20 Wrote the \"how we page\" guide <https://example.org/guide> #docs\n"
        "2026-02-03 Mentored two new colleagues\n");
}

TEST_CASE("a line of JSON that is no entry says why, and the rest is read", "[log]") {
  const auto expect = [](std::string_view bad, std::string_view message) {
    INFO(bad);
    const std::string good = R"({"date":"2026-03-14","text":"demo"})";
    CHECK(show_json_lines(fmt::format("{}\n\n{}\r\n{}\n", good, bad, R"({"date":"2026-03-15","text":"talk"})")) ==
          fmt::format("2026-03-14 demo\n2026-03-15 talk\n{}\n", message));
  };
  expect("{\"date\":",
         "3:9: this is not valid JSON: unexpected end of input; expected '[', '{', or a literal; "
         "one value is all that a file may hold");
  expect("[1]", "3:1: a line must be an object, not a list; write it like {\"date\": \"2026-03-14\", \"text\": \"…\"}");
  expect(R"({"date":20260314,"text":"demo"})", "3:9: `date` must be text, not the number 20260314; put it in quotes");
  expect(R"({"date":"2026-03-14","text":["demo"]})", "3:29: `text` must be text, not a list; put it in quotes");
  expect(R"({"date":"2026-03-14","text":"d","tags":[1]})",
         "3:40: `tags` must be text or a list of texts, not a list; put it in quotes");
  expect(R"({"date":"2026-03-14"})", "3:1: there is no text to log; write down what was done, in one line");
  expect(R"({"date":"2026-03-14","text":"\u001b[31m"})",
         "3:29: the text holds U+001B (escape), which is not allowed; remove the escape");
  expect(R"({"format":"rung-log/1","text":"demo"})",
         "3:11: this is a line of a log, not of an export; append it to log.jsonl in the data directory");
  expect(std::string(70'000, 'x'), "3:1: this line is longer than 64 KiB; split it, or leave fields out");
}
