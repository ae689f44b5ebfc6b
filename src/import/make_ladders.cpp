#include "make_ladders.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include <rung/ladder/defaults.hpp>

#include "document.hpp"
#include "ids.hpp"
#include "levels.hpp"
#include "outline_text.hpp"

namespace rung {
namespace {

/// The format's limit on one text, and a limit on behaviors that leaves room for a ladder's other keys.
constexpr std::size_t longest_text = 16U << 10U;
constexpr std::size_t longest_title = 2'000;
constexpr std::size_t most_behaviors = 3'000;

std::string level_in(const std::string& title) {
  const std::string first = title.substr(0, title.find(' '));
  const bool is_grade = first.size() < 6 && first.find_first_of("0123456789") != std::string::npos;
  return is_grade && is_level_name(first) ? first : std::string();
}

/// Builds the ladder of one level.
class LadderMaker {
 public:
  LadderMaker(Sheet& sheet, Import& import) : sheet_(sheet), import_(import) {}

  ImportedLadder make(const std::string& level, const std::vector<const SheetEntry*>& entries) {
    Ladder& ladder = made_.ladder;
    ladder.level = level;
    ladder.scale = default_scale();
    ladder.target = default_target(ladder.scale);
    ladder.gates.floor.threshold = default_floor(ladder.scale, ladder.target);
    ladder.terms = sheet_.terms;
    has_headings_ = std::any_of(entries.begin(), entries.end(), is_under_heading);
    for (const SheetEntry* entry : entries) add(*entry);
    add_summaries();
    return std::move(made_);
  }

 private:
  /// A pillar, or one of its responsibilities, as indices.
  struct Owner {
    std::size_t pillar = 0;
    std::optional<std::size_t> responsibility;
  };

  static bool is_under_heading(const SheetEntry* entry) {
    return !entry->path.empty() && entry->path.front().depth <= deepest_heading;
  }

  void add(const SheetEntry& entry) {
    if (entry.text.size() > longest_text) return leave(entry, "longer than a text may be");
    const bool is_deep = std::any_of(entry.path.begin(), entry.path.end(),
                                     [](const PathPart& part) { return part.title.size() > longest_title; });
    if (is_deep) return leave(entry, "the title above it is too long");
    if (added_ == most_behaviors) return leave(entry, "more behaviors than a ladder may have");
    Responsibility& responsibility = place(entry);
    const auto same = std::find_if(responsibility.behaviors.begin(), responsibility.behaviors.end(),
                                   [&](const Behavior& behavior) { return behavior.text == entry.text; });
    if (same != responsibility.behaviors.end()) return leave(entry, "the same text stands above it");
    Behavior behavior;
    behavior.id = make_id(entry);
    behavior.key = fmt::format("{}.{}", prefix_, behavior.id);
    behavior.text = entry.text;
    behavior.target = entry.target;
    behavior.probes = entry.probes;
    responsibility.behaviors.push_back(std::move(behavior));
    ++added_;
    ++import_.behaviors;
  }

  void leave(const SheetEntry& entry, std::string why) {
    import_.left.push_back({entry.line, 1, begin_of(entry.text), std::move(why)});
  }

  // Four keywords are usually unique; if not, more are used.
  std::string make_id(const SheetEntry& entry) {
    std::set<std::string>& taken = taken_[prefix_];
    if (!entry.lead.empty() && entry.lead != entry.text) {
      const std::string id = id_of_sentence(entry.lead, 4);
      if (taken.count(id) == 0) return claim_id(id, taken);
    }
    for (std::size_t words = 4; words < 7; ++words) {
      const std::string id = id_of_sentence(entry.text, words);
      if (taken.count(id) == 0) return claim_id(id, taken);
    }
    return claim_id(id_of_sentence(entry.text, 4), taken);
  }

  Responsibility& place(const SheetEntry& entry) {
    const std::string responsibility = name_responsibility(entry);
    std::vector<Pillar>& pillars = made_.ladder.pillars;
    const std::size_t pillar_index = find_or_add(pillars, name_pillar(entry, responsibility), {}, "pillar");
    Pillar& pillar = pillars[pillar_index];
    const bool is_new = pillar.responsibilities.empty();
    if (is_new && lacks_pillar(entry)) {
      made_.comments.above[pillar.id] =
          "The document has no heading above this part: the pillar is named after what comes first in it.";
    }
    const std::size_t index = find_or_add(
        pillar.responsibilities, responsibility.empty() ? pillar.title : responsibility, pillar.id, "responsibility");
    prefix_ = fmt::format("{}.{}", pillar.id, pillar.responsibilities[index].id);
    claim_paths(entry.path, {pillar_index, index}, lacks_pillar(entry));
    return pillar.responsibilities[index];
  }

  /// The index of the part with that title, or else of a new one with an id that is unique in `owner`.
  template <class Part>
  std::size_t find_or_add(std::vector<Part>& parts, const std::string& title, const std::string& owner,
                          std::string_view fallback) {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.title == title; });
    const auto index = static_cast<std::size_t>(found - parts.begin());
    if (found == parts.end()) parts.push_back({claim_id(id_of_title(title, fallback), taken_[owner]), title, {}, {}});
    return index;
  }

  [[nodiscard]] bool lacks_pillar(const SheetEntry& entry) const {
    return entry.path.empty() || (has_headings_ && !is_under_heading(&entry));
  }

  [[nodiscard]] std::string name_responsibility(const SheetEntry& entry) const {
    std::vector<std::string_view> titles;
    for (std::size_t at = lacks_pillar(entry) ? 0 : 1; at < entry.path.size(); ++at)
      titles.push_back(entry.path[at].title);
    return fmt::format("{}", fmt::join(titles, " · "));
  }

  // Parts without a heading above them form one pillar, named after the first.
  std::string name_pillar(const SheetEntry& entry, const std::string& responsibility) {
    if (!lacks_pillar(entry)) {
      nameless_.clear();
      return entry.path.front().title;
    }
    if (nameless_.empty()) nameless_ = responsibility.empty() ? "General" : responsibility;
    return nameless_;
  }

  void add_summaries() {
    for (SheetSummary& summary : sheet_.summaries) {
      if (!summary.level.empty() && summary.level != made_.ladder.level) continue;
      std::string* text = find_summary(summary.path);
      if (text == nullptr || text->size() + summary.text.size() + 1 > longest_text) continue;
      *text += fmt::format("{}{}", text->empty() ? "" : " ", summary.text);
      summary.is_used = true;
    }
  }

  std::string* find_summary(const TitlePath& path) {
    if (path.empty()) return &made_.ladder.summary;
    const auto owner = owners_.find(path);
    if (owner == owners_.end()) return nullptr;
    Pillar& pillar = made_.ladder.pillars[owner->second.pillar];
    const bool is_of_pillar = !owner->second.responsibility || pillar.responsibilities.size() == 1;
    return is_of_pillar ? &pillar.summary : &pillar.responsibilities[*owner->second.responsibility].summary;
  }

  // The owner of a text under all or some of the titles of `path`: whatever came first below them.
  void claim_paths(const TitlePath& path, const Owner& place, bool lacks_pillar) {
    for (std::size_t size = 1; size <= path.size(); ++size) {
      const bool is_pillar = size == 1 && !lacks_pillar && path.size() > 1;
      owners_.try_emplace(TitlePath(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(size)),
                          is_pillar ? Owner{place.pillar, {}} : place);
    }
  }

  Sheet& sheet_;
  Import& import_;
  ImportedLadder made_;
  bool has_headings_ = false;
  std::size_t added_ = 0;
  std::string prefix_;                                  ///< key of the responsibility placed last
  std::string nameless_;                                ///< title of the current pillar if it has no heading
  std::map<std::string, std::set<std::string>> taken_;  ///< ids by owner; the empty owner is the ladder
  std::map<TitlePath, Owner> owners_;
};

void leave_other_levels(const Sheet& sheet, const std::vector<std::string>& chosen, Import& import) {
  std::map<std::string, LeftOver> by_level;
  for (const SheetEntry& entry : sheet.entries) {
    if (std::find(chosen.begin(), chosen.end(), entry.level) != chosen.end()) continue;
    if (entry.level.empty()) {
      import.left.push_back({entry.line, 1, begin_of(entry.text), "outside of the levels"});
      continue;
    }
    LeftOver& left = by_level[entry.level];
    if (left.units++ == 0) left.line = entry.line;
    left.why = fmt::format("of the level \"{}\"", entry.level);
  }
  for (auto& [level, left] : by_level) import.left.push_back(std::move(left));
}

void leave_unused_summaries(const Sheet& sheet, Import& import) {
  for (const SheetSummary& summary : sheet.summaries) {
    if (summary.is_used) continue;
    const bool is_long = summary.text.size() > longest_text / 2;
    import.left.push_back({summary.line, 0, begin_of(summary.text),
                           is_long ? "longer than a text may be" : "text without behaviors below it"});
  }
}

/// The title of the ladder of `level`. A one-word level, such as `Expert`, needs the title of its document.
std::string name_ladder(const std::string& document, const std::vector<std::string>& all, const std::string& level) {
  if (all.empty()) return document;
  const bool are_titles =
      std::all_of(all.begin(), all.end(), [](const std::string& name) { return name.find(' ') != std::string::npos; });
  return are_titles ? level : fmt::format("{}: {}", document, level);
}

}  // namespace

Parsed<Import> make_ladders(Sheet sheet, std::string_view source, const ImportOptions& options) {
  if (sheet.entries.empty()) {
    return refuse<Import>(source, 0, "nothing in this document looks like a ladder",
                          "behaviors are list items or table cells under headings; `rung help import` shows examples");
  }
  const auto chosen = choose_levels(sheet, source, options);
  if (!chosen) return {std::nullopt, chosen.diagnostics};
  Import import;
  import.units = sheet.units;
  import.headings = sheet.headings;
  import.left = std::move(sheet.left);
  const std::vector<std::string> all = list_levels(sheet);
  const std::string& document = sheet.title.empty() || sheet.title.size() > longest_title ? options.name : sheet.title;
  std::set<std::string> ids;
  for (const std::string& level : *chosen.value) {
    std::vector<const SheetEntry*> entries;
    for (const SheetEntry& entry : sheet.entries)
      if (all.empty() || entry.level == level) entries.push_back(&entry);
    import.ladders.push_back(LadderMaker(sheet, import).make(level.empty() ? level_in(sheet.title) : level, entries));
    Ladder& ladder = import.ladders.back().ladder;
    ladder.title = name_ladder(document, all, level);
    ladder.id = claim_id(id_of_title(ladder.title, "ladder"), ids);
    ladder.track = options.track;
    ladder.source.title = document;
  }
  if (import.behaviors == 0) {
    const LeftOver& first = import.left.front();
    return refuse<Import>(source, 0, "none of the behaviors in this document can be imported",
                          fmt::format("the first one, in line {}, is left out: {}", first.line, first.why));
  }
  if (!all.empty()) leave_other_levels(sheet, *chosen.value, import);
  leave_unused_summaries(sheet, import);
  std::stable_sort(import.left.begin(), import.left.end(),
                   [](const LeftOver& a, const LeftOver& b) { return a.line < b.line; });
  return {std::move(import), {}};
}

}  // namespace rung
