#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <rung/report/render.hpp>
#include <rung/report/rows.hpp>

#include "catch.hpp"
#include "csv_reader.hpp"
#include "sample_reports.hpp"
#include "skip.hpp"
#include "store/scratch.hpp"

using namespace rung;
using namespace rung::fixtures;

namespace {

std::vector<Named> everything() {
  auto reports = all_reports();
  for (auto& listing : all_listings()) reports.push_back(std::move(listing));
  return reports;
}

std::string number(const std::optional<int>& value) { return value ? std::to_string(*value) : std::string(); }

std::vector<std::string> cells_of(const AnswerRow& row) {
  std::string items;
  for (const Evidence& one : row.evidence_items) items += (items.empty() ? "" : "\n") + write_evidence(one);
  return {row.assessment,   row.rater,   row.role,           row.date,
          row.ladder,       row.pillar,  row.responsibility, row.behavior,
          row.text,         row.state,   number(row.rating), number(row.target),
          number(row.gap),  row.reason,  row.note,           number(row.evidence),
          row.subject,      row.origin,  row.from,           row.from_on,
          row.shown,        items,       row.title,          std::to_string(row.evidence_counts),
          number(row.next), row.patterns};
}

// The text of one cell: what comes out of a row whose note is `note`.
std::string note_cell(const std::string& note) {
  AnswerRow row;
  row.note = note;
  const auto rows = read_csv(csv_heading() + to_csv(row));
  REQUIRE(rows);
  return rows->at(1).at(14);
}

// What `sqlite3` prints for `csv` loaded as table t.
std::string ask_sqlite(const Scratch& scratch, const std::string& csv, const std::string& question) {
  scratch.write("t.csv", csv);
  const auto command = "sqlite3 :memory: '.import --csv " + scratch / "t.csv" + " t' '" + question + "' 2>&1";
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string out;
  for (int byte = std::fgetc(pipe); byte != EOF; byte = std::fgetc(pipe)) out += static_cast<char>(byte);
  CHECK(::pclose(pipe) == 0);
  return out;
}

}  // namespace

TEST_CASE("the CSV of every report is RFC 4180 with names in its first line", "[report]") {
  for (const auto& [name, report] : everything()) {
    INFO(name);
    const auto rows = read_csv(render(report, Format::csv));
    REQUIRE(rows);
    REQUIRE_FALSE(rows->empty());
    for (const auto& column : rows->front()) {
      CHECK_FALSE(column.empty());
      CHECK(column.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos);
    }
  }
}

TEST_CASE("the CSV of a gap report reads back as the rows of its assessment", "[report]") {
  for (const auto& assessment :
       {typical(), nothing_rated(), nothing_applies(), one_behavior(Rated{2}), wide_characters()}) {
    const auto read = read_csv(render(make_gap_report(assessment), Format::csv));
    REQUIRE(read);
    const auto rows = list_rows(make_gap_report(assessment), "ic2-baker/" + assessment.id);
    REQUIRE(read->size() == rows.size() + 1);
    for (std::size_t index = 0; index < rows.size(); ++index) CHECK(read->at(index + 1) == cells_of(rows[index]));
  }
}

TEST_CASE("a row tells where a behavior stands", "[report]") {
  const auto rows = list_rows(typical(), "ic2-baker/2026-03-14-kim-doe");
  REQUIRE(rows.size() == 9);
  AnswerRow first;
  first.assessment = "ic2-baker/2026-03-14-kim-doe";
  first.rater = "Kim Doe";
  first.role = "self";
  first.date = "2026-03-14";
  first.ladder = "ic2-baker";
  first.pillar = "results";
  first.responsibility = "impact";
  first.behavior = "results.impact.on-time";
  first.text = ladder().pillars[0].responsibilities[0].behaviors[0].text;
  first.state = "rated";
  first.rating = 1;
  first.target = 3;
  first.gap = 2;
  first.note = typical().answers[0].note;
  first.evidence = 1;
  first.subject = "Kim Doe";
  first.origin = "asked";
  first.evidence_items = typical().answers[0].evidence;
  first.title = "I deliver what my team set out to do …";
  first.evidence_counts = 1;
  CHECK(rows[0] == first);
  CHECK(rows[1].shown == "claimed");
  CHECK(rows[3].shown == "shown");
  CHECK(rows[1].gap == std::nullopt);
  CHECK(rows[6].state == "no opportunity");
  CHECK(rows[7].reason == "The bakery has no on-call rotation.");
  CHECK(rows[8].state == "unrated");
  CHECK(rows[8].rating == std::nullopt);
  CHECK(rows[8].evidence == 0);
}

TEST_CASE("a draft is dated by the day that it judges", "[report]") {
  CHECK(list_rows(nothing_rated(), "x").at(0).date == "2026-03-14");
}

TEST_CASE("redacted rows say neither note, reason nor how much evidence there is", "[report]") {
  for (const auto& row : list_rows(typical(), "x", Disclosure::redacted)) {
    CHECK(row.note.empty());
    CHECK(row.reason.empty());
    CHECK(row.evidence == std::nullopt);
  }
}

TEST_CASE("every behavior of both ladders has one row in the CSV of a change report", "[report]") {
  struct Case {
    Assessment before;
    Assessment after;
    std::size_t rows;
  };
  for (const auto& [before, after, count] :
       {Case{earlier(), typical(), 9}, Case{all_rated(3), all_rated(3), 9}, Case{earlier(), on_five_points(), 9},
        Case{earlier(), on_reworded_ladder(), 10}}) {
    const auto rows = read_csv(render(make_change_report(before, after), Format::csv));
    REQUIRE(rows);
    CHECK(rows->size() == count + 1);
  }
}

TEST_CASE("the CSV of a change report names the kind of change, and subtracts on one scale only", "[report]") {
  const auto row_of = [](const Report& report, const std::string& behavior) {
    const auto rows = read_csv(render(report, Format::csv));
    REQUIRE(rows);
    for (const auto& row : *rows)
      if (row.at(5) == behavior) return row;
    FAIL("no row for " << behavior);
    return std::vector<std::string>();
  };
  const Report same = make_change_report(earlier(), typical());
  const auto regressed = row_of(same, "results.impact.on-time");
  CHECK(regressed.at(2) == "regressed");
  CHECK(regressed.at(9) == "2");
  CHECK(regressed.at(11) == "1");
  CHECK(regressed.at(12) == "-1");
  CHECK(row_of(same, "results.impact.customers").at(12) == "2");
  CHECK(row_of(same, "results.decisions.trade-offs").at(2) == "unchanged");
  CHECK(row_of(same, "results.decisions.reversible").at(2) == "newly rated");
  CHECK(row_of(same, "craft.operations.on-call").at(2) == "state changed");
  CHECK(row_of(same, "craft.operations.rollback").at(2) == "no longer rated");
  const auto apart = row_of(make_change_report(earlier(), on_five_points()), "results.impact.customers");
  CHECK(apart.at(2) == "not subtracted");
  CHECK(apart.at(12).empty());
  const Report other = make_change_report(earlier(), on_reworded_ladder());
  const auto reworded = row_of(other, "results.impact.on-time");
  CHECK(reworded.at(2) == "reworded");
  CHECK_THAT(reworded.at(6), ContainsSubstring("most of what my team"));
  CHECK(reworded.at(7) == ladder().pillars[0].responsibilities[0].behaviors[0].text);
  CHECK(row_of(other, "talent.hiring.onboarding").at(2) == "added");
  CHECK(row_of(other, "talent.hiring.onboarding").at(8).empty());
  CHECK(row_of(other, "talent.hiring.interviews").at(2) == "removed");
  CHECK(row_of(other, "talent.hiring.interviews").at(10).empty());
}

TEST_CASE("a text that a spreadsheet would compute gets an apostrophe", "[report]") {
  for (const std::string text :
       {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\tx", "\nx", " =1",   "\u00A0=1",           "\u3000=1", "＝1",
        "＋1",  "－1",  "＠x",  "=",        "-",    "+49", "'=1", "'' =1", "=cmd|' /C calc'!A0", "-2\n3"}) {
    INFO(text);
    CHECK(note_cell(text) == "'" + text);
  }
}

TEST_CASE("a part of a text that is a formula where semicolons separate cells gets an apostrophe", "[report]") {
  const std::pair<std::string, std::string> cases[] = {
      {"hello;=1+1;bye", "hello;'=1+1;bye"},
      {"a;+1;-1;@x;＝1", "a;'+1;'-1;'@x;'＝1"},
      {"a; =1;\t1;'=1", "a;' =1;'\t1;''=1"},
      {"=1;=2", "'=1;'=2"},
      {";=1", ";'=1"},
      {"a\n=1;b\n- c", "a\n'=1;b\n'- c"},
      {"a;\n=1", "a;\n'=1"},
      {"a\n\n=1", "a\n\n'=1"},
      {"a; \n=1", "a; \n'=1"},
  };
  for (const auto& [text, cell] : cases) {
    INFO(text);
    CHECK(note_cell(text) == cell);
  }
}

TEST_CASE("a text that no spreadsheet would compute stays as it is", "[report]") {
  for (const std::string text : {"", "-1", "-12", "17", "a=b", "1-2", "'tis", "'-1", " lead", "trail ", "a,b;c",
                                 "a; b;", "a;b=c;;1", "a;\n\nb", "say \"so\"", "one\ntwo", "one\ttwo", "–1", "「=」"}) {
    INFO(text);
    CHECK(note_cell(text) == text);
  }
}

TEST_CASE("what could drive a terminal is visible in a CSV cell", "[report]") {
  CHECK(note_cell("\x1b[2J\r\xE2\x80\xAE\xFF") == "\\u{1B}[2J\\u{D}\\u{202E}\\x{FF}");
}

TEST_CASE("a row is one line of JSON", "[report]") {
  auto row = list_rows(typical(), "ic2-baker/2026-03-14-kim-doe").at(8);
  row.note = "one\ntwo \xE2\x80\xA8 \"three\"";
  CHECK(to_json_line(row) ==
        R"({"assessment":"ic2-baker/2026-03-14-kim-doe","rater":"Kim Doe","role":"self","date":"2026-03-14",)"
        R"("ladder":"ic2-baker","pillar":"craft","responsibility":"operations",)"
        R"("behavior":"craft.operations.rollback","text":"I can undo every change I ship.","state":"unrated",)"
        R"("rating":null,"target":3,"gap":null,"reason":"","note":"one\ntwo \u2028 \"three\"","evidence":0,)"
        R"("subject":"Kim Doe","origin":"asked","from":"","from_on":"","shown":"","evidence_items":[],)"
        R"("title":"I can undo every change I ship.","evidence_counts":0,"next":null,"patterns":""})"
        "\n");
}

TEST_CASE("sqlite3 loads the CSV of every report with as many rows and the same notes", "[sqlite]") {
  if (std::system("command -v sqlite3 >/dev/null 2>&1") != 0) return skip("sqlite3 is not installed");
  const Scratch scratch;
  for (const auto& [name, report] : everything()) {
    INFO(name);
    const auto csv = render(report, Format::csv);
    const auto rows = read_csv(csv);
    REQUIRE(rows);
    CHECK(ask_sqlite(scratch, csv, "select count(*) from t") == std::to_string(rows->size() - 1) + "\n");
    CHECK(ask_sqlite(scratch, csv, "select count(*) from pragma_table_info(\"t\")") ==
          std::to_string(rows->front().size()) + "\n");
  }
  const auto csv = render(make_gap_report(typical()), Format::csv);
  CHECK(ask_sqlite(scratch, csv, "select note from t where rating = 1") == typical().answers[0].note + "\n");
}
