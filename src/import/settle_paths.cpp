#include <algorithm>
#include <set>

#include "sheet.hpp"

namespace rung {
namespace {

using Titles = std::set<std::string>;
using Children = std::map<std::string, Titles>;  ///< of each title at one depth: the titles right below it

auto find_depth(TitlePath& path, int depth) {
  return std::find_if(path.begin(), path.end(), [depth](const PathPart& part) { return part.depth == depth; });
}

Children collect_children(std::vector<SheetEntry>& entries, int depth) {
  Children children;
  for (SheetEntry& entry : entries) {
    const auto part = find_depth(entry.path, depth);
    if (part == entry.path.end()) continue;
    Titles& below = children[part->title];
    if (part + 1 != entry.path.end()) below.insert((part + 1)->title);
  }
  return children;
}

bool are_level_names(const Children& children) {
  return children.size() > 1 &&
         std::all_of(children.begin(), children.end(), [](const auto& title) { return is_level_name(title.first); });
}

// The same titles below several others: those others are levels, whatever they are called.
bool do_children_recur(const Children& children) {
  std::map<std::string, int> count;
  int pairs = 0;
  for (const auto& [title, below] : children) {
    for (const std::string& child : below) {
      if (is_level_name(child)) return false;
      ++count[child];
      ++pairs;
    }
  }
  int recurring = 0;
  for (const auto& [child, times] : count) recurring += times > 1 ? times : 0;
  return children.size() > 1 && pairs >= 4 && recurring * 5 >= pairs * 3;
}

std::optional<int> find_level_depth(std::vector<SheetEntry>& entries) {
  for (int depth = 1; depth <= cell_depth; ++depth)
    if (are_level_names(collect_children(entries, depth))) return depth;
  for (int depth = 1; depth <= deepest_heading; ++depth)
    if (do_children_recur(collect_children(entries, depth))) return depth;
  return std::nullopt;
}

// Removes the level from the paths; what has none stays without.
void take_levels(Sheet& sheet, int depth) {
  for (SheetEntry& entry : sheet.entries) {
    const auto part = find_depth(entry.path, depth);
    if (part == entry.path.end()) continue;
    entry.level = part->title;
    entry.path.erase(part);
  }
  for (SheetSummary& summary : sheet.summaries) {
    const auto part = find_depth(summary.path, depth);
    if (part == summary.path.end()) continue;
    summary.level = part->title;
    summary.path.erase(part);
  }
}

void drop_first(Sheet& sheet, const PathPart& first) {
  for (SheetEntry& entry : sheet.entries)
    if (!entry.path.empty() && entry.path.front() == first) entry.path.erase(entry.path.begin());
  for (SheetSummary& summary : sheet.summaries)
    if (!summary.path.empty() && summary.path.front() == first) summary.path.erase(summary.path.begin());
}

// A heading above everything is the title of the document, not a pillar.
void take_title(Sheet& sheet) {
  bool is_found = false;
  while (!sheet.entries.empty() && !sheet.entries.front().path.empty()) {
    const PathPart first = sheet.entries.front().path.front();
    const auto is_below = [&first](const SheetEntry& entry) {
      return !entry.path.empty() && entry.path.front() == first;
    };
    const bool is_above_all = std::all_of(sheet.entries.begin(), sheet.entries.end(), is_below);
    const bool has_more = std::any_of(sheet.entries.begin(), sheet.entries.end(),
                                      [](const SheetEntry& entry) { return entry.path.size() > 1; });
    const bool holds_entries = std::any_of(sheet.entries.begin(), sheet.entries.end(),
                                           [](const SheetEntry& entry) { return entry.path.size() == 1; });
    // A second heading above everything is a pillar once a behavior stands right below it.
    if (first.depth > deepest_heading || !is_above_all || !has_more || (is_found && holds_entries)) return;
    if (!is_found) sheet.title = first.title;
    is_found = true;
    drop_first(sheet, first);
  }
}

}  // namespace

void settle_paths(Sheet& sheet) {
  const bool has_levels = std::any_of(sheet.entries.begin(), sheet.entries.end(),
                                      [](const SheetEntry& entry) { return !entry.level.empty(); });
  if (!has_levels) {
    if (const auto depth = find_level_depth(sheet.entries)) take_levels(sheet, *depth);
  }
  take_title(sheet);
}

}  // namespace rung
