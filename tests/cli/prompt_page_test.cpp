#include <fmt/format.h>

#include <fstream>
#include <sstream>
#include <string>

#include "catch.hpp"

#include <rung/interview/form.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/prompt/keymap.hpp>

using namespace rung;

namespace {

std::string read_page() {
  std::ifstream file(RUNG_SOURCE_ROOT "/docs/prompt.md", std::ios::binary);
  REQUIRE(file);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// What stands between the two comments.
std::string keys_on(const std::string& page) {
  const std::string begin = "<!-- keys -->\n";
  const std::size_t from = page.find(begin) + begin.size();
  return page.substr(from, page.find("<!-- /keys -->") - from);
}

std::string write_tables(const Form& form) {
  std::string text;
  for (const KeyTable& table : list_all_keys(form)) {
    text += fmt::format("\n| {} | |\n|---|---|\n", table.title);
    for (const KeyHelp& help : table.keys) text += fmt::format("| `{}` | {} |\n", help.key, help.description);
  }
  text += '\n';
  return text;
}

}  // namespace

TEST_CASE("the page about the prompt holds the keys that are read", "[cli]") {
  const auto parsed = parse_ladder(builtin_ladders().front().yaml, "built-in");
  REQUIRE(parsed);
  CHECK(keys_on(read_page()) == write_tables(make_form(*parsed.value)));
}
