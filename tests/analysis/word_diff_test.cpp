#include <rung/analysis/word_diff.hpp>

#include <string>

#include "catch.hpp"

using namespace rung;

namespace {

/// Runs as text: `-gone-`, `+come+`, kept as it is.
std::string show(const std::vector<WordRun>& runs) {
  std::string text;
  for (const auto& run : runs) {
    if (!text.empty()) text += ' ';
    if (run.fate == WordFate::kept) text += run.text;
    if (run.fate == WordFate::gone) text += '-' + run.text + '-';
    if (run.fate == WordFate::come) text += '+' + run.text + '+';
  }
  return text;
}

std::string join(const std::vector<WordRun>& runs, WordFate side) {
  std::string text;
  for (const auto& run : runs) {
    if (run.fate != WordFate::kept && run.fate != side) continue;
    if (!text.empty()) text += ' ';
    text += run.text;
  }
  return text;
}

}  // namespace

TEST_CASE("words that both texts share are kept and the rest is gone or come", "[analysis]") {
  CHECK(show(compare_words("", "")).empty());
  CHECK(show(compare_words("a b", "a b")) == "a b");
  CHECK(show(compare_words(" a\n b ", "a  b")) == "a b");
  CHECK(show(compare_words("a b", "")) == "-a b-");
  CHECK(show(compare_words("", "a b")) == "+a b+");
  CHECK(show(compare_words("I ship on time", "I ship most things on time")) == "I ship +most things+ on time");
  CHECK(show(compare_words("I ship code on time", "I ship models in time")) == "I ship -code on- +models in+ time");
  CHECK(show(compare_words("x y z", "a b")) == "-x y z- +a b+");
}

TEST_CASE("what stays and what went give back each text", "[analysis]") {
  const std::string letters = "abc";
  for (int a = 0; a < 81; ++a) {
    for (int b = 0; b < 81; ++b) {
      std::string before;
      std::string after;
      for (int i = 0, x = a, y = b; i < 4; ++i, x /= 3, y /= 3) {
        before.append(i == 0 ? "" : " ").append(1, letters[std::size_t(x % 3)]);
        after.append(i == 0 ? "" : " ").append(1, letters[std::size_t(y % 3)]);
      }
      const auto runs = compare_words(before, after);
      CAPTURE(before, after);
      REQUIRE(join(runs, WordFate::gone) == before);
      REQUIRE(join(runs, WordFate::come) == after);
      for (std::size_t i = 1; i < runs.size(); ++i) {
        REQUIRE(runs[i].fate != runs[i - 1].fate);
        REQUIRE_FALSE((runs[i].fate == WordFate::gone && runs[i - 1].fate == WordFate::come));
      }
    }
  }
}

TEST_CASE("texts of more than three hundred words are not compared word by word", "[analysis]") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "w ";
  CHECK(compare_words(text, text).size() == 1);
  const auto runs = compare_words(text + "w", text);
  REQUIRE(runs.size() == 2);
  CHECK(runs[0].fate == WordFate::gone);
  CHECK(runs[1].fate == WordFate::come);
}
