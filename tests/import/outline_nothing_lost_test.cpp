#include <catch.hpp>

#include <random>
#include <set>
#include <string>

#include <fmt/format.h>

#include <rung/text/ascii.hpp>

#include "shown_outline.hpp"

namespace {

/// A document of nested lists, tables, and headings in which every item and cell has a unique word.
class GeneratedDocument {
 public:
  explicit GeneratedDocument(unsigned seed) : random_(seed) {
    const int parts = pick(1, 8);
    for (int i = 0; i < parts; ++i) add_part();
  }

  std::string html;
  std::set<std::string> words;

 private:
  int pick(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }

  std::string make_word() {
    const std::string word = fmt::format("w{}", words.size());
    words.insert(word);
    static constexpr const char* dressings[] = {"%",
                                                "<b>%</b>",
                                                "a <b>%</b> b",
                                                "<p>%</p>",
                                                "<a href=x.html>%</a> more",
                                                "x<br>%",
                                                "<span><em>%</em></span>",
                                                "&nbsp;%\n"};
    std::string dressed = dressings[pick(0, 7)];
    return dressed.replace(dressed.find('%'), 1, word);
  }

  void add_list(int depth) {
    const bool ordered = pick(0, 1) == 0;
    html += ordered ? "<ol>" : "<ul>";
    const int items = pick(1, 4);
    for (int i = 0; i < items; ++i) {
      html += fmt::format("<li>{}", make_word());
      if (depth < 4 && pick(0, 3) == 0) add_list(depth + 1);
      if (pick(0, 1) == 0) html += "</li>\n";
    }
    html += ordered ? "</ol>" : "</ul>";
  }

  void add_table() {
    html += "<table>";
    const int rows = pick(1, 3);
    for (int row = 0; row < rows; ++row) {
      html += "<tr>";
      const int cells = pick(1, 4);
      for (int cell = 0; cell < cells; ++cell) {
        html += fmt::format("<td colspan={}", pick(1, 3));
        html += fmt::format(" rowspan={}>{}", pick(1, 3), make_word());
        if (pick(0, 2) == 0) add_list(0);
        html += "</td>";
      }
      html += "</tr>\n";
    }
    html += "</table>";
  }

  void add_part() {
    html += "<h2>Part</h2>\n";
    if (pick(0, 1) == 0) add_list(0);
    if (pick(0, 2) == 0) html += "<div>";
    if (pick(0, 1) == 0) add_table();
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("no list item and no cell of a generated page is lost", "[import]") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const GeneratedDocument document(seed);
    const std::string shown = shown_html(document.html);
    for (const std::string& word : document.words) {
      std::size_t at = shown.find(word);
      while (at != std::string::npos && rung::is_digit(shown[at + word.size()])) at = shown.find(word, at + 1);
      INFO("seed " << seed << ", " << word << " of\n" << document.html << "\n" << shown);
      REQUIRE(at != std::string::npos);
    }
  }
}
