#include <rung/diagnostic/csv_rows.hpp>

#include <string>
#include <string_view>

#include "catch.hpp"

using namespace rung;

namespace {

/// The cells with `|` between them and `/` after each row, or the first problem.
std::string show_rows(std::string_view text) {
  const Source source("table.csv", text);
  const auto rows = read_csv_rows(source);
  if (!rows) return rows.diagnostics.front().message;
  std::string shown;
  for (const CsvRow& row : *rows.value) {
    for (const CsvCell& cell : row) shown.append(&cell == &row.front() ? "" : "|").append(cell.text);
    shown += '/';
  }
  return shown;
}

}  // namespace

TEST_CASE("a table may be separated by comma, semicolon, or tab", "[diagnostic]") {
  CHECK(show_rows("a,b\n1,2\n") == "a|b/1|2/");
  CHECK(show_rows("\xEF\xBB\xBF"
                  "a;b\r\n1,5;2\r\n") == "a|b/1,5|2/");
  CHECK(show_rows("a\tb\n1\t2") == "a|b/1|2/");
  CHECK(show_rows("a,b\n,\n\n3,4\n") == "a|b/3|4/");
}

TEST_CASE("a quoted cell may hold separators, quotes, and line breaks", "[diagnostic]") {
  CHECK(show_rows("a,b\n\"1, \"\"one\"\"\n and more\",2\n") == "a|b/1, \"one\" and more|2/");
  CHECK(show_rows("a,b\n\"1\"x,2\n") == "text after the closing quote");
  CHECK(show_rows("a,b\n\"1,2\n") == "this quote never ends");
}

TEST_CASE("a cell knows where it begins", "[diagnostic]") {
  const Source source("table.csv", "a,b\n\"1\n2\",é,3\n");
  const auto rows = read_csv_rows(source);
  REQUIRE(rows);
  REQUIRE(rows.value->size() == 2);
  CHECK(rows.value->at(1).at(0).at == Position{2, 1});
  CHECK(rows.value->at(1).at(2).at == Position{3, 6});
}
