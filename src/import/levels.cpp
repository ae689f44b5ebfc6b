#include "levels.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <rung/diagnostic/suggest.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/tidy.hpp>

#include "document.hpp"
#include "outline_text.hpp"

namespace rung {
namespace {

// `ic3`, `l5`, `e12`: letters that companies put before a number.
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

/// A level in the form for comparison: in lowercase, with one space for each separator.
std::string simplify(std::string_view level) { return squeeze(to_lower(level), " \t-_:.,"); }

/// The levels with that name; if there are none, those that start with it, as "L4 - Senior" starts with "L4".
std::vector<std::string> find_levels(const std::vector<std::string>& all, const std::string& wanted) {
  const std::string simple = simplify(wanted);
  std::vector<std::string> found;
  const auto keep_if = [&](const auto& fits) { std::copy_if(all.begin(), all.end(), std::back_inserter(found), fits); };
  keep_if([&](const std::string& level) { return level == wanted; });
  if (found.empty()) keep_if([&](const std::string& level) { return simplify(level) == simple; });
  if (found.empty() && !simple.empty())
    keep_if([&](const std::string& level) { return simplify(level).starts_with(fmt::format("{} ", simple)); });
  return found;
}

std::string quote(const std::vector<std::string>& levels) { return fmt::format("\"{}\"", fmt::join(levels, "\", \"")); }

}  // namespace

bool is_level_name(std::string_view text) {
  const std::vector<std::string> words = lower_words(text);
  if (words.empty() || words.size() > 6) return false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    // "Lead" is a rank at the end of a title, and a task before other words.
    const bool is_task = (words[at] == "lead" || words[at] == "leading") && at + 1 < words.size() && at == 0 &&
                         !(words.size() == 2 && is_rank(words[1]));
    if ((is_grade(words[at]) || is_rank(words[at])) && !is_task) return true;
  }
  return words.size() >= 2 && (is_number(words.back()) || (words.front() == "level" && is_number(words[1])));
}

std::vector<std::string> list_levels(const Sheet& sheet) {
  std::vector<std::string> levels;
  for (const SheetEntry& entry : sheet.entries) {
    if (entry.level.empty() || std::find(levels.begin(), levels.end(), entry.level) != levels.end()) continue;
    levels.push_back(entry.level);
  }
  return levels;
}

Parsed<std::vector<std::string>> choose_levels(const Sheet& sheet, std::string_view source,
                                               const ImportOptions& options) {
  using Names = std::vector<std::string>;
  const std::vector<std::string> all = list_levels(sheet);
  if (all.empty()) return {std::vector{options.level.value_or("")}, {}};
  if (options.levels == Levels::all || (!options.level && all.size() == 1)) return {all, {}};
  if (!options.level) {
    return refuse<Names>(source, 0, fmt::format("this document has {} levels: {}", all.size(), quote(all)),
                         "pick one with --level NAME, or take them all with --all-levels");
  }
  std::vector<std::string> found = find_levels(all, *options.level);
  if (found.size() == 1) return {std::move(found), {}};
  if (found.size() > 1) {
    return refuse<Names>(source, 0, fmt::format("\"{}\" may be more than one level: {}", *options.level, quote(found)),
                         "write the level as the document does");
  }
  std::string hint = did_you_mean(*options.level, all);
  if (hint.empty()) hint = fmt::format("it has {}", quote(all));
  return refuse<Names>(source, 0, fmt::format("this document has no level \"{}\"", *options.level), hint);
}

}  // namespace rung
