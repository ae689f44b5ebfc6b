#include "recognize.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <rung/text/tidy.hpp>

#include "levels.hpp"
#include "outline_text.hpp"
#include "recognize_table.hpp"

namespace rung {
namespace {

// Longer bold text is a statement in bold, not a title.
constexpr std::size_t longest_heading = 80;
// A sentence before a list may also end in a colon; a title is only a few words.
constexpr std::size_t longest_colon_title = 40;
// Each term is searched for in every text.
constexpr int most_terms = 100;

std::string without_colon(const std::string& text) { return text.substr(0, text.find_last_not_of(": ") + 1); }

/// Walks over the blocks of a document and keeps the titles above the current one.
class Recognizer {
 public:
  explicit Recognizer(const Outline& outline) : blocks_(outline.blocks) {
    sheet_.title = outline.title;
    sheet_.left = outline.left;
    for (const LeftOver& left : outline.left) sheet_.units += left.units;
  }

  Sheet run() && {
    for (at_ = 0; at_ < blocks_.size(); ++at_) take(blocks_[at_]);
    return std::move(sheet_);
  }

 private:
  void take(const OutlineBlock& block) {
    using Kind = OutlineBlock::Kind;
    if (block.kind == Kind::heading) open(block.depth, block.text);
    if (block.kind == Kind::label) take_label(block);
    if (block.kind == Kind::paragraph) take_paragraph(block);
    if (block.kind == Kind::item) take_item(block);
    if (block.kind != Kind::table) return;
    close_from(group_depth);
    recognize_table(sheet_, block, path_);
  }

  void take_label(const OutlineBlock& block) {
    if (block.text.size() > longest_heading) return add_summary(block.line, block.text);
    open(label_depth, without_colon(block.text));
  }

  void take_paragraph(const OutlineBlock& block) {
    if (take_term(block)) return;
    const bool heads_items = is_before_item() && !block.lead.empty() && block.lead.size() <= longest_heading &&
                             block.text.starts_with(block.lead);
    if (is_before_item() && block.text.ends_with(':') && block.text.size() <= longest_colon_title)
      return open(label_depth, without_colon(block.text));
    if (!heads_items) {
      close_from(group_depth);
      return add_summary(block.line, block.text);
    }
    open(label_depth, without_colon(block.lead));
    const std::string_view rest = drop_start_marks(std::string_view(block.text).substr(block.lead.size()));
    if (!rest.empty()) add_summary(block.line, std::string(rest));
  }

  // `* Term: meaning`, a note on a word that is marked with an asterisk above.
  bool take_term(const OutlineBlock& block) {
    constexpr std::array<std::string_view, 3> verbs = {" refers to ", " means ", ": "};
    std::string_view text = block.text;
    if (text.starts_with("* "))
      text.remove_prefix(2);
    else if (block.lead.empty())
      return false;
    std::string_view term = block.lead;
    for (const std::string_view verb : verbs)
      if (const std::size_t at = text.find(verb); term.empty() && at != std::string_view::npos)
        term = text.substr(0, at);
    if (term.empty() || !text.starts_with(term)) return false;
    if (++terms_looked_for_ > most_terms) return false;
    const std::string mark = fmt::format("{}*", term);
    const bool is_marked = std::any_of(sheet_.entries.begin(), sheet_.entries.end(), [&](const SheetEntry& entry) {
      return entry.text.find(mark) != std::string::npos ||
             (!entry.path.empty() && entry.path.back().title.find(mark) != std::string::npos);
    });
    if (!is_marked) return false;
    std::string_view meaning = text.substr(term.size());
    for (const std::string_view verb : verbs)
      if (meaning.starts_with(verb)) meaning.remove_prefix(verb.size());
    sheet_.terms.push_back({std::string(term), std::string(meaning)});
    return true;
  }

  void take_item(const OutlineBlock& block) {
    ++sheet_.units;
    close_from(group_depth + block.depth);
    const bool has_items_below = is_before_item() && blocks_[at_ + 1].depth > block.depth;
    if (has_items_below && (block.text.ends_with(':') || without_colon(block.text) == block.lead)) {
      ++sheet_.headings;
      path_.push_back({group_depth + block.depth, without_colon(block.text)});
      return;
    }
    sheet_.entries.push_back({block.line, {}, titles(), block.text, block.lead, {}, {}});
  }

  void add_summary(int line, const std::string& text) {
    const bool has_entries = !sheet_.entries.empty() && sheet_.entries.back().path == path_;
    const bool is_late = has_entries || (path_.empty() && !sheet_.entries.empty());
    if (is_late)
      sheet_.left.push_back({line, 0, begin_of(text), "text between the behaviors"});
    else
      sheet_.summaries.push_back({line, path_, text});
  }

  void open(int depth, std::string title) {
    close_from(depth);
    path_.push_back({depth, std::move(title)});
  }

  void close_from(int depth) {
    while (!path_.empty() && path_.back().depth >= depth) path_.pop_back();
  }

  // Group depths depend on the indentation of a list, which must not distinguish titles.
  [[nodiscard]] TitlePath titles() const {
    TitlePath titles = path_;
    for (PathPart& part : titles) part.depth = std::min(part.depth, cell_depth);
    return titles;
  }

  [[nodiscard]] bool is_before_item() const {
    return at_ + 1 < blocks_.size() && blocks_[at_ + 1].kind == OutlineBlock::Kind::item;
  }

  const std::vector<OutlineBlock>& blocks_;
  std::size_t at_ = 0;
  int terms_looked_for_ = 0;
  TitlePath path_;
  Sheet sheet_;
};

using Titles = std::set<std::string>;
using Children = std::map<std::string, Titles>;  ///< for each title at one depth, the titles directly below it

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

// If the same titles are below several others, those others are levels, whatever their names are.
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

// Removes the level from the paths that have one.
template <class Text>
void take_levels(std::vector<Text>& texts, int depth) {
  for (Text& text : texts) {
    const auto part = find_depth(text.path, depth);
    if (part == text.path.end()) continue;
    text.level = part->title;
    text.path.erase(part);
  }
}

template <class Text>
void drop_first(std::vector<Text>& texts, const PathPart& first) {
  for (Text& text : texts)
    if (!text.path.empty() && text.path.front() == first) text.path.erase(text.path.begin());
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
    // A second top-level heading is a pillar if a behavior is directly below it.
    if (first.depth > deepest_heading || !is_above_all || !has_more || (is_found && holds_entries)) return;
    if (!is_found) sheet.title = first.title;
    is_found = true;
    drop_first(sheet.entries, first);
    drop_first(sheet.summaries, first);
  }
}

}  // namespace

Sheet recognize(const Outline& outline) {
  Sheet sheet = Recognizer(outline).run();
  const auto depth = list_levels(sheet).empty() ? find_level_depth(sheet.entries) : std::nullopt;
  if (depth) {
    take_levels(sheet.entries, *depth);
    take_levels(sheet.summaries, *depth);
  }
  take_title(sheet);
  return sheet;
}

}  // namespace rung
