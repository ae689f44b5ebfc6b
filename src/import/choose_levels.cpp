#include "choose_levels.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include <rung/diagnostic/suggest.hpp>
#include <rung/text/ascii.hpp>

#include "document.hpp"

namespace rung {
namespace {

/// A level as it is compared: in lower case, with one space for what only separates words.
std::string simplify(std::string_view level) {
  std::string simple;
  for (const char c : to_lower(level)) {
    const bool separates = std::string_view(" \t-_:.,").find(c) != std::string_view::npos;
    if (!separates)
      simple += c;
    else if (!simple.empty() && simple.back() != ' ')
      simple += ' ';
  }
  if (!simple.empty() && simple.back() == ' ') simple.pop_back();
  return simple;
}

/// Those that are named so; when none is, those that begin with it, as "L4 - Senior" begins with "L4".
std::vector<std::string> find_levels(const std::vector<std::string>& all, const std::string& wanted) {
  const std::string simple = simplify(wanted);
  std::vector<std::string> found;
  const auto keep_if = [&](const auto& fits) { std::copy_if(all.begin(), all.end(), std::back_inserter(found), fits); };
  keep_if([&](const std::string& level) { return level == wanted; });
  if (found.empty()) keep_if([&](const std::string& level) { return simplify(level) == simple; });
  if (found.empty() && !simple.empty())
    keep_if([&](const std::string& level) { return simplify(level).starts_with(simple + " "); });
  return found;
}

std::string quote(const std::vector<std::string>& levels) { return fmt::format("\"{}\"", fmt::join(levels, "\", \"")); }

}  // namespace

std::vector<std::string> list_levels(const Sheet& sheet) {
  std::vector<std::string> levels;
  for (const SheetEntry& entry : sheet.entries) {
    if (entry.level.empty() || std::find(levels.begin(), levels.end(), entry.level) != levels.end()) continue;
    levels.push_back(entry.level);
  }
  return levels;
}

Parsed<std::vector<std::string>> choose_levels(const Sheet& sheet, std::string_view source,
                                               const ImportOptions& options, Levels levels) {
  const std::vector<std::string> all = list_levels(sheet);
  if (all.empty()) return {std::vector<std::string>{options.level.value_or("")}, {}};
  if (levels == Levels::all) return {all, {}};
  if (!options.level) {
    if (all.size() == 1) return {all, {}};
    return {std::nullopt,
            {diagnose_document(source, 0, fmt::format("this document has {} levels: {}", all.size(), quote(all)),
                               "pick one with --level NAME, or take them all with --all-levels")}};
  }
  std::vector<std::string> found = find_levels(all, *options.level);
  if (found.size() == 1) return {std::move(found), {}};
  if (found.size() > 1) {
    return {std::nullopt,
            {diagnose_document(source, 0,
                               fmt::format("\"{}\" may be more than one level: {}", *options.level, quote(found)),
                               "write the level as the document does")}};
  }
  std::string hint = did_you_mean(*options.level, all);
  if (hint.empty()) hint = "it has " + quote(all);
  return {std::nullopt,
          {diagnose_document(source, 0, fmt::format("this document has no level \"{}\"", *options.level), hint)}};
}

}  // namespace rung
