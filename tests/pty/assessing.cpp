#include "pty/assessing.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <type_traits>
#include <utility>
#include <variant>

#include <rung/assessment/json.hpp>

#include "catch.hpp"

using namespace rung;

std::vector<std::string> assess() { return {"assess", "--as", "Kim"}; }

std::vector<std::string> assess(const std::string& path) { return {"assess", path, "--as", "Kim"}; }

std::string write_ladder(const Scratch& scratch, const std::vector<std::string>& texts, int points) {
  std::string yaml = "format: rung-ladder/1\nid: tiny\ntitle: Tiny Ladder\nscale:\n";
  for (int value = 1; value <= points; ++value) {
    const std::string digit = std::to_string(value);
    yaml += "  - {value: " + digit + ", label: Point " + digit + ", anchor: It is " + digit + ".}\n";
  }
  yaml +=
      "pillars:\n  - id: results\n    title: Results\n    responsibilities:\n      - id: impact\n"
      "        title: Impact\n        behaviors:\n";
  for (std::size_t index = 0; index < texts.size(); ++index)
    yaml += "          - {id: b" + std::to_string(index + 1) + ", text: \"" + texts[index] + "\"}\n";
  scratch.write("tiny.yaml", yaml);
  return scratch / "tiny.yaml";
}

std::string write_ladder(const Scratch& scratch, int behaviors, int points) {
  std::vector<std::string> texts;
  for (int number = 1; number <= behaviors; ++number) texts.push_back("I do thing " + std::to_string(number) + ".");
  return write_ladder(scratch, texts, points);
}

Assessment read_assessment(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  INFO(path);
  REQUIRE(file);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  auto parsed = parse_assessment(text, path);
  REQUIRE(parsed.value);
  return *std::move(parsed.value);
}

std::string numbered(int number) {
  const std::string digits = std::to_string(number);
  return "m" + digits + std::string(4 - digits.size(), ' ') + "\x1b";
}

std::string draft_path(const std::string& home, const std::string& ladder) {
  return home + "/drafts/" + ladder + "/kim.json";
}

Assessment read_draft(const std::string& home, const std::string& ladder) {
  return read_assessment(draft_path(home, ladder));
}

int count_saved(const std::string& home, const std::string& ladder) {
  return std::filesystem::exists(draft_path(home, ladder)) ? count_answered(read_draft(home, ladder)) : 0;
}

Assessment read_finished(const std::string& home, const std::string& ladder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(home + "/assessments/" + ladder))
    files.push_back(entry.path().string());
  REQUIRE(files.size() == 1);
  return read_assessment(files.front());
}

std::string ratings(const Assessment& assessment) {
  std::string text;
  for (const Answer& answer : assessment.answers) {
    std::visit(
        [&text](const auto& rating) {
          using Kind = std::decay_t<decltype(rating)>;
          if constexpr (std::is_same_v<Kind, Rated>) {
            text += std::to_string(rating.value);
          } else if constexpr (std::is_same_v<Kind, NotApplicable>) {
            text += 'n';
          } else if constexpr (std::is_same_v<Kind, NoOpportunity>) {
            text += 'o';
          } else {
            static_assert(std::is_same_v<Kind, Unrated>);
            text += '-';
          }
        },
        answer.rating);
  }
  return text;
}

Assessment without_times(Assessment assessment) {
  assessment.id.clear();
  assessment.sitting.clear();
  assessment.started_at = {};
  if (assessment.finished_at) assessment.finished_at = Timestamp{};
  for (Answer& answer : assessment.answers)
    if (answer.answered_at) answer.answered_at = Timestamp{};
  return assessment;
}

std::vector<std::string> files_in(const std::string& home) {
  std::vector<std::string> files;
  if (!std::filesystem::exists(home)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(home))
    if (!entry.is_directory()) files.push_back(std::filesystem::relative(entry.path(), home).string());
  std::sort(files.begin(), files.end());
  return files;
}

void quit(Session& session) {
  session.type("q");
  CHECK(session.wait_for_exit() == 5);
  CHECK(session.is_terminal_restored());
}
