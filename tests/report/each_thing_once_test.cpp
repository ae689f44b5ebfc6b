#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <rung/report/render.hpp>

#include "analysis/coded_assessment.hpp"
#include "catch.hpp"
#include "random_record.hpp"

using namespace rung;

namespace {

/// A random assessment in which every text is a word of its own.
struct MarkedAssessment {
  Assessment assessment;
  std::vector<std::string> texts;  ///< of behaviors
  std::vector<std::string> notes;
  std::vector<std::string> evidence;
};

MarkedAssessment mark(unsigned seed) {
  SeededSource source(seed);
  RandomRecord<SeededSource> random(source);
  Ladder ladder = random.ladder();
  MarkedAssessment marked;
  auto next = [number = 0](std::vector<std::string>& words) mutable {
    words.push_back(fmt::format("marker{}x", ++number));
    return words.back();
  };
  for (Pillar& pillar : ladder.pillars)
    for (Responsibility& responsibility : pillar.responsibilities)
      for (Behavior& behavior : responsibility.behaviors) {
        behavior.text = next(marked.texts);
        behavior.title = fmt::format("Title {}", marked.texts.size());
      }
  marked.assessment = random.assessment(ladder);
  for (Answer& answer : marked.assessment.answers) {
    if (!answer.note.empty()) answer.note = next(marked.notes);
    for (Evidence& evidence : answer.evidence) evidence.text = next(marked.evidence);
  }
  return marked;
}

std::size_t count_in(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++count;
  return count;
}

void check_once(std::string_view report, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    CAPTURE(word);
    CHECK(count_in(report, word) == 1);
  }
}

}  // namespace

TEST_CASE("every piece of evidence and every note is in every form, once in those that people read", "[report]") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const MarkedAssessment marked = mark(seed);
    const Report report = make_gap_report(marked.assessment);
    for (const Format format : {Format::text, Format::markdown, Format::html}) {
      CAPTURE(static_cast<int>(format));
      const std::string page = render(report, format);
      check_once(page, marked.evidence);
      check_once(page, marked.notes);
      for (const std::string& text : marked.texts) CHECK(count_in(page, text) <= 1);
    }
    for (const Format format : {Format::csv, Format::json}) {
      const std::string data = render(report, format);
      for (const std::string& word : marked.evidence) CHECK(count_in(data, word) >= 1);
      for (const std::string& word : marked.notes) CHECK(count_in(data, word) >= 1);
    }
  }
}

TEST_CASE("forms that fold hold the text of every behavior", "[report]") {
  const MarkedAssessment marked = mark(7);
  const GapReport report = make_gap_report(marked.assessment);
  for (const Format format : {Format::markdown, Format::html}) check_once(render(report, format), marked.texts);
}

TEST_CASE("the screen holds no text, note, or evidence", "[report]") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const MarkedAssessment marked = mark(seed);
    const std::string screen =
        render(make_gap_report(marked.assessment), Format::text, {.width = 80, .paint = {}, .extent = Extent::screen});
    CHECK(count_in(screen, "marker") == 0);
    CHECK_THAT(screen, ContainsSubstring("rung report --full"));
    for (const Pillar& pillar : marked.assessment.ladder.pillars) CHECK(count_in(screen, pillar.title) >= 1);
  }
}

TEST_CASE("a screen has at most 24 rows of 80 cells for up to eight pillars", "[report]") {
  for (std::size_t pillars = 1; pillars <= 8; ++pillars) {
    CAPTURE(pillars);
    const std::vector<std::vector<Ratings>> codes(pillars, {{2, 2, 1}, {3, -1, 2, 4}, {-2}});
    Assessment assessment = assess_coded(codes);
    int number = 0;
    for (Pillar& pillar : assessment.ladder.pillars)
      for (Responsibility& responsibility : pillar.responsibilities)
        for (Behavior& behavior : responsibility.behaviors)
          behavior.title = fmt::format("A title that is as long as it may be {:03}", ++number);
    Assessment before = assessment;
    before.on = std::chrono::year(2025) / 9 / 14;
    const GapReport report =
        make_gap_report(assessment, {.target = {}, .top = {}, .earlier = {before}, .arguments = {}});
    const std::string screen = render(report, Format::text, {.width = 80, .paint = {}, .extent = Extent::screen});
    INFO(screen);
    CHECK(count_in(screen, "\n") <= 24);
    CHECK_THAT(screen, ContainsSubstring("Also below target: ") || ContainsSubstring("Other gaps: "));
  }
}
