#include <rung/diagnostic/source.hpp>

#include "catch.hpp"

using namespace rung;

TEST_CASE("positions count characters from one", "[diagnostic]") {
  const Source source("x", "ab\né€z\n");
  CHECK(source.position_of(0) == Position{1, 1});
  CHECK(source.position_of(3) == Position{2, 1});
  CHECK(source.position_of(8) == Position{2, 3});
  CHECK(source.position_of(5) == Position{2, 2});
  CHECK(source.position_of(99) == Position{3, 1});
  CHECK(source.offset_of({2, 3}) == 8);
  CHECK(source.offset_of({9, 1}) == source.text().size());
}

TEST_CASE("a byte order mark is no column and CR LF is one line break", "[diagnostic]") {
  const Source source("x", "\xEF\xBB\xBFid: a\r\nb");
  CHECK(source.position_of(3) == Position{1, 1});
  CHECK(source.line(1) == "id: a");
  CHECK(source.line(2) == "b");
  CHECK(source.line(3).empty());
  CHECK(check_characters(source).empty());
}

TEST_CASE("characters that nobody can see are refused where they stand", "[diagnostic]") {
  const auto found = check_characters(Source("x", "fine\nno\x1b[1m \u202e\n"));
  REQUIRE(found.size() == 2);
  CHECK(found[0].at == Position{2, 3});
  CHECK(found[0].message == "the character U+001B (escape) is not allowed");
  CHECK(found[1].at == Position{2, 8});
  CHECK(found[1].message == "the character U+202E (bidirectional control) is not allowed");
}

TEST_CASE("NUL, a lone carriage return and broken UTF-8 are refused", "[diagnostic]") {
  using namespace std::string_view_literals;
  CHECK(check_characters(Source("x", "a\0b"sv)).size() == 1);
  CHECK(check_characters(Source("x", "a\rb")).size() == 1);
  CHECK(check_characters(Source("x", "a\xe2\x82"))[0].message == "byte 0xE2 is not part of UTF-8 text");
  CHECK(check_characters(Source("x",
                                "\xff\xfe"
                                "a\0b\0"sv))
            .size() == 1);
}

TEST_CASE("a flood of mistakes is cut at twenty", "[diagnostic]") {
  CHECK(check_characters(Source("x", std::string(500, '\x01'))).size() == max_diagnostics);
}

TEST_CASE("decoded text is held to the same rule", "[diagnostic]") {
  CHECK(find_forbidden_character("tab\tand\nline").empty());
  CHECK(find_forbidden_character("a\u2067") == "U+2067 (bidirectional control)");
  CHECK(find_forbidden_character("a\r") == "U+000D (carriage return)");
}
