#include <string>

#include <rung/assessment/json.hpp>
#include <rung/assessment/json_parse.hpp>
#include <rung/diagnostic/source.hpp>

#include "catch.hpp"

using namespace rung;

namespace {

Node parse_text(const std::string& text) {
  const Source source("a.json", text);
  auto parsed = parse_json(source);
  REQUIRE(parsed);
  REQUIRE(parsed.diagnostics.empty());
  return *parsed.value;
}

Diagnostics refuse(const std::string& text, const JsonLimits& limits = {}) {
  const Source source("a.json", text);
  auto parsed = parse_json(source, limits);
  CHECK_FALSE(parsed);
  REQUIRE_FALSE(parsed.diagnostics.empty());
  return parsed.diagnostics;
}

std::string nest(int levels) { return std::string(std::size_t(levels), '[') + std::string(std::size_t(levels), ']'); }

struct Refusal {
  std::string text;
  Position at;
  std::string message;
};

}  // namespace

TEST_CASE("every JSON value has its kind, its spelling and its place", "[assessment]") {
  const Node root = parse_text("{\n  \"a\" : [1, -2.50e3,true , null],\n\t\"\xC3\xBC\": \"x\\\"y\", \"o\":{}\r\n}\n");
  CHECK(root.kind == Node::Kind::map);
  CHECK(root.at == Position{1, 1});
  REQUIRE(root.entries.size() == 3);
  CHECK(root.entries[0].key.at == Position{2, 3});
  CHECK(root.entries[0].key.length == 3);
  const Node& list = root.entries[0].value;
  CHECK(list.at == Position{2, 9});
  REQUIRE(list.items.size() == 4);
  CHECK(list.items[0].at == Position{2, 10});
  CHECK(list.items[0].length == 1);
  CHECK(list.items[0].spelling == Node::Spelling::number);
  CHECK(list.items[1].at == Position{2, 13});
  CHECK(list.items[1].scalar == "-2.50e3");
  CHECK(list.items[1].length == 7);
  CHECK(list.items[2].at == Position{2, 21});
  CHECK(list.items[2].spelling == Node::Spelling::boolean);
  CHECK(list.items[2].scalar == "true");
  CHECK(list.items[3].at == Position{2, 28});
  CHECK(list.items[3].kind == Node::Kind::null);
  CHECK(root.entries[1].key.at == Position{3, 2});
  CHECK(root.entries[1].key.length == 3);
  CHECK(root.entries[1].value.at == Position{3, 7});
  CHECK(root.entries[1].value.scalar == "x\"y");
  CHECK(root.entries[1].value.length == 6);
  CHECK(root.entries[2].value.at == Position{3, 19});
}

TEST_CASE("a JSON text may be one number and may start with a byte order mark", "[assessment]") {
  CHECK(parse_text("7").scalar == "7");
  const Node node = parse_text("\xEF\xBB\xBF[12]");
  CHECK(node.items.at(0).at == Position{1, 2});
}

TEST_CASE("numbers keep their spelling however large they are", "[assessment]") {
  const Node node = parse_text("[123456789012345678901234567890, 1.10, -0, 1E+2]");
  REQUIRE(node.items.size() == 4);
  CHECK(node.items[0].scalar == "123456789012345678901234567890");
  CHECK(node.items[1].scalar == "1.10");
  CHECK(node.items[2].scalar == "-0");
  CHECK(node.items[3].scalar == "1E+2");
}

TEST_CASE("rejected JSON texts have a reason and a place", "[assessment]") {
  const Refusal refusals[] = {
      {"", {1, 1}, "this is not valid JSON: unexpected end of input"},
      {"{\"a\": 1,\n \"b\"", {2, 5}, "unexpected end of input"},
      {"[1,]", {1, 4}, "unexpected ']'"},
      {"{\"a\":1,}", {1, 8}, "unexpected '}'"},
      {"[,1]", {1, 2}, "unexpected ','"},
      {"{\"a\" 1}", {1, 6}, "expected ':'"},
      {"{a: 1}", {1, 2}, "invalid literal"},
      {"[1 2]", {1, 4}, "unexpected number literal"},
      {"[tru]", {1, 2}, "invalid literal"},
      {"[01]", {1, 3}, "unexpected number literal"},
      {"{} {}", {1, 4}, "expected end of input"},
      {"[\"\\ud800\"]", {1, 9}, "surrogate"},
      {"[\"a\nb\"]", {1, 4}, "must be escaped"},
      {"[\"abc", {1, 2}, "missing closing quote"},
      {"[1e999]", {1, 2}, "this number is too large"},
      {"// no\n1", {1, 1}, "invalid literal"},
      {std::string("1\0", 2), {1, 2}, "U+0000 (NUL)"},
      {"[\"\xFF\"]", {1, 3}, "byte 0xFF"},
      {"[\"\x1B\"]", {1, 3}, "U+001B (escape)"},
      {"[\"\\u001b\"]", {1, 2}, "U+001B (escape)"},
      {"[\"\\u0000\"]", {1, 2}, "U+0000 (NUL)"},
      {"{\"\\u202e\": 1}", {1, 2}, "U+202E"},
  };
  for (const auto& refusal : refusals) {
    CAPTURE(refusal.text);
    const auto diagnostics = refuse(refusal.text);
    CHECK(diagnostics.size() == 1);
    CHECK(diagnostics[0].at == refusal.at);
    CHECK_THAT(diagnostics[0].message, ContainsSubstring(refusal.message));
    CHECK_THAT(diagnostics[0].message, !ContainsSubstring("json.exception"));
    CHECK_THAT(diagnostics[0].message, !ContainsSubstring("last read"));
  }
}

TEST_CASE("JSON syntax errors have hints about common mistakes", "[assessment]") {
  CHECK(refuse("[1,]")[0].hint == "no comma may stand before a closing bracket");
  CHECK(refuse("{\"a\"}")[0].hint.empty());
  CHECK_THAT(refuse("[\"a\nb\"]")[0].hint, ContainsSubstring("\\n"));
  CHECK_THAT(refuse("1 1")[0].hint, ContainsSubstring("one value"));
}

TEST_CASE("a duplicate key is reported with both places", "[assessment]") {
  const auto diagnostics = refuse("{\"a\": 1,\n \"b\": {\"a\": 2},\n \"a\": 3, \"\\u0061\": 4}");
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].at == Position{3, 2});
  CHECK(diagnostics[0].related == Position{1, 2});
  CHECK(diagnostics[0].message == "the key `a` appears twice");
  CHECK(diagnostics[1].at == Position{3, 10});
}

TEST_CASE("JSON beyond the limits is rejected", "[assessment]") {
  CHECK(parse_text(nest(32)).kind == Node::Kind::sequence);
  CHECK(refuse(nest(33))[0].message == "values are nested deeper than 32 levels");
  CHECK(refuse(nest(33))[0].at == Position{1, 33});
  CHECK(refuse(std::string(1'000'000, '['))[0].message == "values are nested deeper than 32 levels");
  JsonLimits few;
  few.nodes = 3;
  CHECK(refuse("[1,2,3]", few)[0].message == "there are more than 3 values");
  CHECK(refuse("[1,2,3]", few)[0].at == Position{1, 6});
  JsonLimits small;
  small.bytes = 5;
  CHECK(refuse("[1,2,3]", small)[0].message == "the text is larger than 5 bytes");
}

TEST_CASE("a hostile text gives a bounded number of diagnostics", "[assessment]") {
  std::string text = "{\"a\":0";
  for (int i = 0; i < 1'000; ++i) text += ",\"a\":0";
  CHECK(refuse(text + "}").size() == max_diagnostics);
}

TEST_CASE("every truncation of a JSON text is rejected", "[assessment]") {
  const std::string text = "{\"a\": [1, \"x\\u00fc\", true, null], \"b\": {\"c\": -1.5e3}}";
  for (std::size_t length = 0; length < text.size(); ++length) {
    CAPTURE(length);
    CHECK(refuse(text.substr(0, length)).size() == 1);
  }
}
