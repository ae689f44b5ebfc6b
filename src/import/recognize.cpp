#include <algorithm>
#include <iterator>

#include "sheet.hpp"
#include "text_runs.hpp"

namespace rung {
namespace {

// Longer bold text is a statement in bold, not a title.
constexpr std::size_t longest_heading = 80;
// A sentence before a list may end in a colon too; a title is a few words.
constexpr std::size_t longest_colon_title = 40;
// Each is looked for in every text.
constexpr int most_terms = 100;

std::string without_colon(std::string text) {
  while (!text.empty() && (text.back() == ':' || text.back() == ' ')) text.pop_back();
  return text;
}

bool ends_in_colon(const std::string& text) { return !text.empty() && text.back() == ':'; }

/// Walks over the blocks of a document and keeps the titles above the one at hand.
class Recognizer {
 public:
  explicit Recognizer(const Outline& outline) : blocks_(outline.blocks) {
    sheet_.title = outline.title;
    for (const LeftOut& left : outline.left_out) {
      sheet_.units += left.items;
      sheet_.left.push_back({left.line, left.items, {}, left.what});
    }
  }

  Sheet run() && {
    for (at_ = 0; at_ < blocks_.size(); ++at_) take(blocks_[at_]);
    return std::move(sheet_);
  }

 private:
  void take(const OutlineBlock& block) {
    switch (block.kind) {
      case OutlineBlock::Kind::heading:
        open(block.depth, block.text);
        break;
      case OutlineBlock::Kind::label:
        take_label(block);
        break;
      case OutlineBlock::Kind::paragraph:
        take_paragraph(block);
        break;
      case OutlineBlock::Kind::item:
        take_item(block);
        break;
      case OutlineBlock::Kind::table:
        close_from(group_depth);
        recognize_table(sheet_, block, path_);
        break;
    }
  }

  void take_label(const OutlineBlock& block) {
    if (block.text.size() > longest_heading) return add_summary(block.line, block.text);
    open(label_depth, without_colon(block.text));
  }

  void take_paragraph(const OutlineBlock& block) {
    if (take_term(block)) return;
    const bool heads_items = is_before(OutlineBlock::Kind::item) && !block.lead.empty() &&
                             block.lead.size() <= longest_heading && block.text.starts_with(block.lead);
    if (is_before(OutlineBlock::Kind::item) && ends_in_colon(block.text) && block.text.size() <= longest_colon_title)
      return open(label_depth, without_colon(block.text));
    if (!heads_items) {
      close_from(group_depth);
      return add_summary(block.line, block.text);
    }
    open(label_depth, without_colon(block.lead));
    const std::string_view rest = drop_start_marks(std::string_view(block.text).substr(block.lead.size()));
    if (!rest.empty()) add_summary(block.line, std::string(rest));
  }

  // `* Term: what it means`, as a note to a word that is marked with an asterisk above.
  bool take_term(const OutlineBlock& block) {
    std::string text = block.text;
    if (text.starts_with("* ")) text.erase(0, 2);
    if (text == block.text && block.lead.empty()) return false;
    std::string term = block.lead;
    for (const char* verb : {" refers to ", " means ", ": "}) {
      const std::size_t at = text.find(verb);
      if (!term.empty() || at == std::string::npos) continue;
      term = text.substr(0, at);
    }
    if (term.empty() || !text.starts_with(term)) return false;
    if (++terms_looked_for_ > most_terms) return false;
    const bool is_marked = std::any_of(sheet_.entries.begin(), sheet_.entries.end(), [&](const SheetEntry& entry) {
      return entry.text.find(term + "*") != std::string::npos ||
             (!entry.path.empty() && entry.path.back().title.find(term + "*") != std::string::npos);
    });
    if (!is_marked) return false;
    std::string meaning = text.substr(term.size());
    for (const char* verb : {" refers to ", " means ", ": "})
      if (meaning.starts_with(verb)) meaning.erase(0, std::string(verb).size());
    sheet_.terms.push_back({std::move(term), std::move(meaning)});
    return true;
  }

  void take_item(const OutlineBlock& block) {
    ++sheet_.units;
    close_from(group_depth + block.depth);
    const bool has_items_below = at_ + 1 < blocks_.size() && blocks_[at_ + 1].kind == OutlineBlock::Kind::item &&
                                 blocks_[at_ + 1].depth > block.depth;
    if (has_items_below && (ends_in_colon(block.text) || without_colon(block.text) == block.lead)) {
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

  // Group depths depend on how far a list is indented, which must not tell titles apart.
  [[nodiscard]] TitlePath titles() const {
    TitlePath titles = path_;
    for (PathPart& part : titles) part.depth = std::min(part.depth, cell_depth);
    return titles;
  }

  [[nodiscard]] bool is_before(OutlineBlock::Kind kind) const {
    return at_ + 1 < blocks_.size() && blocks_[at_ + 1].kind == kind;
  }

  const std::vector<OutlineBlock>& blocks_;
  std::size_t at_ = 0;
  int terms_looked_for_ = 0;
  TitlePath path_;
  Sheet sheet_;
};

}  // namespace

std::string begin_of(std::string_view text) {
  constexpr std::size_t most = 60;
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

Sheet recognize(const Outline& outline) {
  Sheet sheet = Recognizer(outline).run();
  settle_paths(sheet);
  return sheet;
}

}  // namespace rung
