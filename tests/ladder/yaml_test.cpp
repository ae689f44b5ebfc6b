#include <chrono>
#include <string>

#include <rung/ladder/parse.hpp>
#include <rung/ladder/yaml.hpp>

#include "catch.hpp"

namespace {

rung::Parsed<rung::Node> parse(const std::string& text, const rung::YamlLimits& limits = {}) {
  return rung::parse_yaml(rung::Source("x.yaml", text), limits);
}

std::string repeat(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string only_message(const rung::Parsed<rung::Node>& parsed) {
  CHECK_FALSE(parsed.value.has_value());
  return parsed.diagnostics.size() == 1 ? parsed.diagnostics[0].message
                                        : std::to_string(parsed.diagnostics.size()) + " diagnostics";
}

}  // namespace

TEST_CASE("the tree holds kinds, spellings, places and lengths", "[ladder]") {
  const auto parsed = parse("é: [b, 'c d']\nn: ~\nm:\n  k: null\nt: |\n  x\n  y\n");
  REQUIRE(parsed.value.has_value());
  const rung::Node& root = *parsed.value;
  REQUIRE(root.entries.size() == 4);
  CHECK(root.at == rung::Position{1, 1});
  CHECK(root.entries[0].key.scalar == "é");
  CHECK(root.entries[0].key.length == 1);
  const rung::Node& list = root.entries[0].value;
  REQUIRE(list.kind == rung::Node::Kind::sequence);
  CHECK(list.at == rung::Position{1, 4});
  CHECK(list.items[0].spelling == rung::Node::Spelling::plain);
  CHECK(list.items[1].spelling == rung::Node::Spelling::quoted);
  CHECK(list.items[1].at == rung::Position{1, 8});
  CHECK(list.items[1].length == 5);
  CHECK(root.find("n")->kind == rung::Node::Kind::null);
  CHECK(root.find("m")->find("k")->kind == rung::Node::Kind::null);
  CHECK(root.find("t")->scalar == "x\ny\n");
  CHECK(root.find("t")->spelling == rung::Node::Spelling::quoted);
  CHECK(root.find("gone") == nullptr);
}

TEST_CASE("a quoted null is text and an unquoted one is nothing", "[ladder]") {
  const auto parsed = parse("a: \"null\"\nb: 'x'\nc: ''\nd: null\n");
  REQUIRE(parsed.value.has_value());
  CHECK(parsed.value->find("a")->scalar == "null");
  CHECK(parsed.value->find("c")->kind == rung::Node::Kind::scalar);
  CHECK(parsed.value->find("d")->kind == rung::Node::Kind::null);
}

TEST_CASE("a `#` or `%` inside a text belongs to it", "[ladder]") {
  const auto parsed = parse(
      "#\r\n"
      "plain: a#b #c\n"
      "c#: d#\n"
      "double: \"#a #b c#d\\u0023#\\\\#\" # comment\n"
      "lines: \"a#\n\n  #b\n%c\" #\n"
      "single: '#''#a #'\t#comment\n"
      "folded: a\n  b#c\n  d# # comment\n"
      "literal: | # comment\n  #a\n  b#c #d\n  %e\n"
      "#\n"
      "flow: [a#b, 'c#' , {d#: e#}, #comment]\n  f]\n"
      "last: x%#");
  REQUIRE(parsed.value.has_value());
  const rung::Node& root = *parsed.value;
  CHECK(root.find("plain")->scalar == "a#b");
  CHECK(root.find("c#")->scalar == "d#");
  CHECK(root.find("double")->scalar == "#a #b c#d##\\#");
  CHECK(root.find("lines")->scalar == "a#\n#b %c");
  CHECK(root.find("single")->scalar == "#'#a #");
  CHECK(root.find("folded")->scalar == "a b#c d#");
  CHECK(root.find("literal")->scalar == "#a\nb#c #d\n%e\n");
  const rung::Node& list = *root.find("flow");
  REQUIRE(list.items.size() == 4);
  CHECK(list.items[0].scalar == "a#b");
  CHECK(list.items[1].scalar == "c#");
  CHECK(list.items[2].find("d#")->scalar == "e#");
  CHECK(list.items[3].scalar == "f");
  CHECK(root.find("last")->scalar == "x%#");
}

TEST_CASE("directives before the document are allowed", "[ladder]") {
  CHECK(parse("# c\n%YAML 1.2\n---\na: b\n").value.has_value());
  CHECK(parse("\xEF\xBB\xBF%YAML 1.2\r\n%UNKNOWN a # c\r\n--- # c\r\na: b\r\n").value.has_value());
}

TEST_CASE("text after a value that is not a comment is an error, not lost", "[ladder]") {
  for (const char* text : {"note: \"Fixed the bug\"#42 and told everybody",
                           "note: 'a'#b",
                           "\"a\"#b: c",
                           "[a, \"b\"#c\n]",
                           "[did a,#did b\n]",
                           "[did a,#did b",
                           "[#did a\n did b]",
                           "{a: b}#c",
                           "a: {b: c}#d",
                           "- [a]#b",
                           "- \"a\"#b",
                           "{#a\n b: c}",
                           "{\"a\":#b\n c}",
                           "{a: \"b\"#c\n}",
                           "a: |#b\n  c",
                           "a: >-#b\n  c",
                           "a: b\n%c d\n",
                           "%a b\nc: d\n",
                           "a: \"b\"\n%c\n",
                           "a: b\n...\n%c\n",
                           "[a]#b\n",
                           "\"a\"#b"}) {
    INFO(text);
    const auto parsed = parse(text);
    CHECK_FALSE(parsed.value.has_value());
    REQUIRE_FALSE(parsed.diagnostics.empty());
    CHECK(parsed.diagnostics[0].at.line > 0);
    CHECK_FALSE(parsed.diagnostics[0].hint.empty());
  }
}

TEST_CASE("an escape cannot become a `#` or `%` of the text", "[ladder]") {
  for (const char* text : {"a: \"b#\\x01\"", "a: \"\\x01\"", "a: \"#b \\x02\""}) {
    INFO(text);
    CHECK_THAT(only_message(parse(text)), ContainsSubstring("this text contains the character U+000"));
  }
}

TEST_CASE("a missing value is placed at its key, not at the next token", "[ladder]") {
  const auto parsed = parse("a:\n# far\n\n\nb: 1\nc:\n  -\n  - x\n");
  REQUIRE(parsed.value.has_value());
  CHECK(parsed.value->find("a")->at == rung::Position{1, 1});
  CHECK(parsed.value->find("c")->items[0].at == rung::Position{7, 3});
}

TEST_CASE("nesting is allowed down to the limit and no further", "[ladder]") {
  CHECK(parse(repeat("[", 32) + repeat("]", 32)).value.has_value());
  CHECK(only_message(parse(repeat("[", 33) + repeat("]", 33))) == "nested deeper than 32 levels");
  CHECK(only_message(parse(repeat("{a: ", 33) + repeat("}", 33))) == "nested deeper than 32 levels");
  CHECK(only_message(parse(repeat("- ", 500'000))) == "nested deeper than 32 levels");
  CHECK(only_message(parse(repeat("[", 1'000'000))) == "nested deeper than 32 levels");
}

TEST_CASE("keys and values are counted up to the limit", "[ladder]") {
  CHECK(parse("[" + repeat("a,", 19'999) + "]").value.has_value());
  CHECK(only_message(parse("[" + repeat("a,", 20'000) + "]")) == "more than 20000 keys and values");
  CHECK(only_message(parse("[" + repeat(",", 1'000'000) + "]")) == "more than 20000 keys and values");
}

TEST_CASE("a scalar may have 16 KiB", "[ladder]") {
  CHECK(parse("a: " + std::string(16'384, 'x')).value.has_value());
  CHECK(only_message(parse("a: " + std::string(16'385, 'x'))) ==
        "this text has 16385 bytes; at most 16384 are allowed");
  CHECK(only_message(parse("? " + std::string(16'385, 'x') + "\n: a")) ==
        "this text has 16385 bytes; at most 16384 are allowed");
}

TEST_CASE("a text may have 1 MiB", "[ladder]") {
  const std::string most = "a: b\n" + std::string((1U << 20U) - 5, '\n');
  CHECK(parse(most).value.has_value());
  const auto more = parse(most + "\n");
  CHECK(only_message(more) == "1048577 bytes; at most 1048576 are allowed");
  CHECK(more.diagnostics[0].at == rung::Position{});
}

TEST_CASE("an alias bomb is rejected quickly", "[ladder]") {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string alias = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + alias + repeat(", " + alias, 8) + "]\n";
  }
  const auto start = std::chrono::steady_clock::now();
  const auto parsed = parse(bomb);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
  CHECK_FALSE(parsed.value.has_value());
  CHECK(parsed.diagnostics.size() == rung::max_diagnostics);
  CHECK_FALSE(parse("&a [*a]").value.has_value());
  CHECK_FALSE(parse("a: &a {b: *a}").value.has_value());
}

TEST_CASE("diagnostics stop at their limit", "[ladder]") {
  std::string text = "format: rung-ladder/1\n";
  for (int i = 0; i < 100; ++i) text += "unknown-" + std::to_string(i) + ": 1\n";
  CHECK(rung::parse_ladder(text + "scale: []\ntarget: 7\n", "x.yaml").diagnostics.size() == rung::max_diagnostics);
}

TEST_CASE("no truncation of a good ladder crashes the loader", "[ladder]") {
  const std::string text =
      "format: rung-ladder/1\nid: \"a\"\ntitle: 'A''s'\nscale: [{value: 1, label: \"C\\u00e9\"}, {value: 2, label: "
      "D}]\n"
      "pillars:\n  - id: p\n    title: |\n      P\n    responsibilities: [{id: r, title: R, behaviors: [{id: b, "
      "text: >-\n      folded}]}]\n# end\n";
  for (std::size_t length = 0; length < text.size(); ++length) {
    INFO(length);
    const auto parsed = rung::parse_ladder(std::string_view(text).substr(0, length), "x.yaml");
    CHECK(parsed.value.has_value() == parsed.diagnostics.empty());
  }
}
