#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include <rung/text/ascii.hpp>

#include "sheet.hpp"

namespace rung {
namespace {

std::vector<std::string> lower_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || byte >= 0x80)
      words.back() += to_lower(c);
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// `ic3`, `l5`, `e12`: the letters that companies put before a number.
bool is_grade(const std::string& word) {
  const std::size_t digits = word.find_first_of("0123456789");
  if (digits == std::string::npos || digits == 0 || digits > 3 || word.size() - digits > 2) return false;
  if (word.find_first_not_of("0123456789", digits) != std::string::npos) return false;
  static constexpr std::array<std::string_view, 12> prefixes{"ic", "l", "e", "p",  "t",   "m",
                                                             "s",  "d", "g", "se", "swe", "em"};
  return std::find(prefixes.begin(), prefixes.end(), std::string_view(word).substr(0, digits)) != prefixes.end();
}

bool is_rank(const std::string& word) {
  static constexpr std::array<std::string_view, 22> ranks{
      "intern",   "apprentice", "junior",        "associate",  "entry",    "mid",     "intermediate", "senior",
      "staff",    "principal",  "distinguished", "fellow",     "lead",     "leading", "beginner",     "novice",
      "advanced", "expert",     "foundational",  "proficient", "graduate", "trainee"};
  return std::find(ranks.begin(), ranks.end(), word) != ranks.end();
}

bool is_number(const std::string& word) {
  static constexpr std::array<std::string_view, 6> roman{"i", "ii", "iii", "iv", "v", "vi"};
  const bool is_digits = word.size() <= 2 && word.find_first_not_of("0123456789") == std::string::npos;
  return is_digits || std::find(roman.begin(), roman.end(), word) != roman.end();
}

}  // namespace

bool is_level_name(std::string_view text) {
  const std::vector<std::string> words = lower_words(text);
  if (words.empty() || words.size() > 6) return false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    // To lead is a rank at the end of a title, and a task before other words.
    const bool is_task = (words[at] == "lead" || words[at] == "leading") && at + 1 < words.size() && at == 0 &&
                         !(words.size() == 2 && is_rank(words[1]));
    if ((is_grade(words[at]) || is_rank(words[at])) && !is_task) return true;
  }
  return words.size() >= 2 && (is_number(words.back()) || (words.front() == "level" && is_number(words[1])));
}

}  // namespace rung
