#include "catch.hpp"

#include <algorithm>
#include <random>

#include <fmt/format.h>

#include <rung/import/import.hpp>
#include <rung/ladder/parse.hpp>

using namespace rung;

namespace {

/// A document of random shape in which every list item and every cell of behaviors has a unique text.
class Generated {
 public:
  explicit Generated(unsigned seed) : random_(seed) {
    if (chance(3)) text += "# The whole document\n\n";
    const int pillars = pick_one(1, 4);
    for (int pillar = 0; pillar < pillars; ++pillar) add_pillar(pillar);
  }

  std::string text;
  std::vector<std::string> items;

 private:
  int pick_one(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }
  bool chance(int of) { return pick_one(1, of) == 1; }

  std::string next_item() {
    items.push_back(fmt::format("I do thing number {} of all.", items.size() + 1));
    return items.back();
  }

  void add_pillar(int pillar) {
    if (!chance(5)) text += fmt::format("## Part {}\n\n", pillar);
    const int groups = pick_one(1, 3);
    for (int group = 0; group < groups; ++group) {
      if (!chance(3)) text += fmt::format("**Area {}**\n\n", pick_one(1, 9));
      if (chance(4)) text += "A sentence in between.\n\n";
      switch (pick_one(1, 4)) {
        case 1: add_random_table(); break;
        case 2: add_html(); break;
        default: add_random_list(0);
      }
      text += "\n";
    }
  }

  void add_random_list(int depth) {
    const int count = pick_one(1, 4);
    for (int item = 0; item < count; ++item) {
      text += fmt::format("{:{}}- {}\n", "", depth * 4, next_item());
      if (depth < 3 && chance(5)) add_random_list(depth + 1);
    }
  }

  void add_random_table() {
    text += "| Responsibility | Key behaviors |\n| --- | --- |\n";
    const int rows = pick_one(1, 3);
    for (int row = 0; row < rows; ++row) {
      text += fmt::format("| **Row {}** | ", row);
      const int lines = pick_one(1, 3);
      for (int line = 0; line < lines; ++line) text += fmt::format("{}* {}", line == 0 ? "" : "<br>", next_item());
      text += " |\n";
    }
  }

  void add_html() {
    text += "<table><tr><th>Beds</th><th>Tools</th></tr><tr>";
    for (int cell = 0; cell < 2; ++cell) {
      text += fmt::format("<td><ul><li>{}</li>", next_item());
      text += fmt::format("<li>{}</ul></td>", next_item());
    }
    text += "</tr></table>\n";
  }

  std::mt19937 random_;
};

int count_in(const Import& import, const std::string& item) {
  int count = 0;
  for (const ImportedLadder& imported : import.ladders)
    for (const PlacedBehavior& placed : list_behaviors(imported.ladder)) count += placed.behavior->text == item ? 1 : 0;
  for (const LeftOver& left : import.left) count += left.text == item ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("no list item of a generated document is lost", "[import]") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const Generated document(seed);
    INFO("seed " << seed << "\n" << document.text);
    const auto parsed =
        import_document(document.text, DocumentForm::markdown, "generated.md", {"generated", {}, "", Levels::all});
    REQUIRE(parsed);
    for (const std::string& item : document.items) {
      INFO(item);
      CHECK(count_in(*parsed.value, item) == 1);
    }
    int sum = parsed.value->behaviors + parsed.value->headings;
    for (const LeftOver& left : parsed.value->left) sum += left.units;
    CHECK(parsed.value->units == sum);
    for (const ImportedLadder& imported : parsed.value->ladders)
      CHECK(parse_ladder(write_ladder(imported.ladder, imported.comments), "generated"));
  }
}
