#include "html.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <rung/text/ascii.hpp>
#include <rung/text/tidy.hpp>

#include "block_builder.hpp"
#include "document.hpp"
#include "html_content.hpp"
#include "html_tree.hpp"
#include "outline_text.hpp"
#include "table_grid.hpp"

namespace rung {
namespace {

/// The reason for leaving out elements beyond the depth limit; one entry for all of them.
constexpr std::string_view too_deep = "what is nested too deeply";

constexpr const char* copy_part = "copy the part that holds the ladder into a file of its own";

bool is_list(GumboTag tag) { return is_one_of(tag, {GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_MENU}); }
bool is_item(GumboTag tag) { return is_one_of(tag, {GUMBO_TAG_LI, GUMBO_TAG_DD}); }
/// Elements that act as headings without being headings.
bool is_label(GumboTag tag) { return is_one_of(tag, {GUMBO_TAG_DT, GUMBO_TAG_SUMMARY, GUMBO_TAG_CAPTION}); }
bool is_cell(GumboTag tag) { return is_one_of(tag, {GUMBO_TAG_TD, GUMBO_TAG_TH}); }
/// Elements whose children are content.
bool is_section(GumboTag tag) { return is_one_of(tag, {GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE, GUMBO_TAG_SECTION}); }

/// Whether the element has lines of its own.
bool stands_alone(GumboTag tag) {
  return is_section(tag) || is_cell(tag) ||
         is_one_of(tag,
                   {GUMBO_TAG_P,       GUMBO_TAG_DIV,        GUMBO_TAG_HEADER,     GUMBO_TAG_FOOTER,   GUMBO_TAG_HGROUP,
                    GUMBO_TAG_ADDRESS, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE,        GUMBO_TAG_HR,       GUMBO_TAG_DL,
                    GUMBO_TAG_DETAILS, GUMBO_TAG_FIGURE,     GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND,
                    GUMBO_TAG_FORM,    GUMBO_TAG_CENTER,     GUMBO_TAG_TABLE,      GUMBO_TAG_TR,       GUMBO_TAG_BODY});
}

/// The depth of the items of a list if the page states it, otherwise 0. Word processors do: they export nested lists as
/// flat ones with a class such as `lst-kix_abc-1`.
int read_exported_depth(const GumboNode& list) {
  const std::string_view classes = attribute_of(list, "class");
  const std::size_t at = classes.find("lst-kix_");
  if (at == std::string_view::npos) return 0;
  const std::string_view name = classes.substr(at, classes.find(' ', at) - at);
  return name[name.size() - 2] == '-' && is_digit(name.back()) ? name.back() - '0' : 0;
}

/// The cell's own span, from 1 to `most`.
int read_span(const GumboNode& cell, const char* name, int most) {
  const std::string_view text = attribute_of(cell, name);
  int span = 1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), span);
  if (error == std::errc::result_out_of_range) return most;
  return error == std::errc() ? std::clamp(span, 1, most) : 1;
}

/// A symbol that links a heading to itself.
bool is_permalink(const GumboNode& element) {
  if (tag_of(element) != GUMBO_TAG_A || !attribute_of(element, "href").starts_with("#")) return false;
  const GumboVector& children = element.v.element.children;
  if (children.length != 1) return children.length == 0;
  const std::string text = tidy(join_texts(element));
  return text == "#" || text == "¶" || text == "§" || text == "🔗";
}

/// Maps offsets in rendered HTML to lines of its Markdown; for a page, to its own lines.
class LineMap {
 public:
  /// Reads the source positions and line marks of `html`; a page has none.
  explicit LineMap(std::string_view html) {
    constexpr std::string_view position_mark = "data-sourcepos=\"";
    int html_line = 1;
    std::size_t tag = 0;
    for (std::size_t at = 0; at < html.size(); ++at) {
      if (html[at] == '\n') ++html_line;
      if (html[at] == '<') tag = at;
      const std::string_view rest = html.substr(at);
      for (const std::string_view mark : {position_mark, line_mark}) {
        if (!rest.starts_with(mark)) continue;
        int line = 0;
        std::from_chars(rest.data() + mark.size(), rest.data() + rest.size(), line);
        // An element starts at its tag, before the attribute.
        if (line > 0) anchors_.push_back({tag, html_line, line});
      }
    }
  }

  [[nodiscard]] int line_at(const GumboSourcePosition& place) const {
    const auto html_line = static_cast<int>(place.line);
    const auto after =
        std::upper_bound(anchors_.begin(), anchors_.end(), std::size_t{place.offset},
                         [](std::size_t offset, const Anchor& anchor) { return offset < anchor.offset; });
    if (after == anchors_.begin()) return html_line;
    const Anchor& anchor = *std::prev(after);
    return anchor.line + std::max(html_line - anchor.html_line, 0);
  }

 private:
  struct Anchor {
    std::size_t offset = 0;
    int html_line = 0;
    int line = 0;
  };
  std::vector<Anchor> anchors_;  ///< by offset
};

/// A table that is being read.
struct OpenTable {
  const GumboNode* node = nullptr;
  std::vector<std::vector<SpanningCell>> rows;
  int line = 0;
  bool in_head = false;
};

/// The current cell.
struct OpenCell {
  const GumboNode* node = nullptr;
  SpanningCell cell;
  BlockBuilder builder{BlockBuilder::Place::cell};
};

/// Makes an outline from the nodes of a page, in document order.
class HtmlWalk {
 public:
  HtmlWalk(std::string_view html, std::string_view source, HtmlOrigin origin, const ImportLimits& limits)
      : tree_(html),
        source_(source),
        origin_(origin),
        lines_(origin == HtmlOrigin::page ? "" : html),
        limits_(limits) {}

  Parsed<Outline> run() && {
    const auto enter_node = [this](const GumboNode& node) { return enter(node); };
    walk(tree_.root(), enter_node, [this](const GumboNode& node) { leave(node); });
    if (excess_) return {std::nullopt, {*excess_}};
    outline_.blocks = document_.take();
    if (!outline_.blocks.empty()) return {std::move(outline_), {}};
    const auto deep = first_left_out_.find(too_deep);
    if (deep == first_left_out_.end())
      return refuse<Outline>(source_, 0, "the document has no headings, paragraphs, lists or tables",
                             "if scripts draw the page, save it from a browser that shows it, or copy it as Markdown");
    return refuse<Outline>(source_, outline_.left[deep->second].line,
                           "everything in the document is nested too deeply to be read", copy_part);
  }

 private:
  bool enter(const GumboNode& node) {
    if (excess_) return false;
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_LAST) {
      add_text(node);
      return false;
    }
    check_size(node);
    if (tag == GUMBO_TAG_TITLE && origin_ == HtmlOrigin::page && outline_.title.empty())
      outline_.title = tidy(join_texts(node));
    if (tag == GUMBO_TAG_STYLE) bold_elements_.read_style_sheet(join_texts(node));
    if (tag == GUMBO_TAG_TITLE || leave_out(node)) return false;
    enter_element(node);
    ++depth_;
    return true;
  }

  void leave(const GumboNode& node) {
    --depth_;
    const GumboTag tag = tag_of(node);
    if (cell_ && cell_->node == &node) close_cell();
    if (table_ && table_->node == &node) close_table();
    if (tag == GUMBO_TAG_THEAD && table_ && !cell_) table_->in_head = false;
    if (is_item(tag)) builder().close_item();
    if (is_list(tag)) builder().close_list();
    if (is_label(tag) || heading_depth(tag) > 0) builder().close_heading_or_label();
    if (stands_alone(tag)) builder().end_paragraph();
    if (is_section(tag)) --sections_;
    if (!bold_nodes_.empty() && bold_nodes_.back() == &node) bold_nodes_.pop_back();
  }

  BlockBuilder& builder() { return cell_ ? cell_->builder : document_; }

  [[nodiscard]] int line_of(const GumboNode& node) const {
    const bool is_element = tag_of(node) != GUMBO_TAG_LAST;
    return lines_.line_at(is_element ? node.v.element.start_pos : node.v.text.start_pos);
  }

  void exceed(int line, std::string_view what) {
    excess_ = diagnose_document(source_, line, fmt::format("{} is too large to import", what), copy_part);
  }

  void check_size(const GumboNode& node) {
    const std::size_t in_cell = cell_ ? cell_->builder.size() : 0;
    const std::size_t size = document_.size() + outline_.left.size() + in_tables_ + in_cell;
    if (size > static_cast<std::size_t>(limits_.blocks)) exceed(line_of(node), "the document");
  }

  void add_text(const GumboNode& node) {
    const std::string_view text = text_of(node);
    // Text between the cells of a table is always white space.
    if (!text.empty() && (!table_ || cell_ || !tidy(text).empty()))
      builder().add_text(text, !bold_nodes_.empty(), line_of(node));
  }

  bool leave_out(const GumboNode& element) {
    const HtmlContent& content = contents_[&element];
    std::string_view reason = too_deep;
    if (depth_ < limits_.depth) {
      if (is_permalink(element)) return true;
      reason = find_reason_to_leave_out(element, content, {origin_ == HtmlOrigin::page, sections_ > 0, after_heading_});
    }
    if (!reason.empty()) record(line_of(element), content.items, reason);
    return !reason.empty();
  }

  /// Parts without items, and all that are too deep, share one entry per reason.
  void record(int line, int items, std::string_view why) {
    const auto [first, is_new] = first_left_out_.try_emplace(why, outline_.left.size());
    if (!is_new && (items == 0 || why == too_deep))
      outline_.left[first->second].units += items;
    else
      outline_.left.push_back({line, items, {}, std::string(why)});
  }

  void enter_element(const GumboNode& element) {
    const GumboTag tag = tag_of(element);
    if (bold_elements_.contains(element)) bold_nodes_.push_back(&element);
    if (is_section(tag)) ++sections_;
    if (stands_alone(tag)) builder().end_paragraph();
    if (const int depth = heading_depth(tag); depth > 0) {
      builder().open_heading(depth);
      after_heading_ = true;
    }
    if (is_label(tag)) builder().open_label();
    if (is_list(tag)) builder().open_list(read_exported_depth(element));
    if (is_item(tag)) builder().open_item();
    if (tag == GUMBO_TAG_BR) builder().break_line();
    if (!table_) {
      if (tag == GUMBO_TAG_TABLE && !is_layout(element, contents_[&element]))
        table_ = OpenTable{&element, {}, line_of(element)};
    } else if (!cell_) {
      if (tag == GUMBO_TAG_THEAD) table_->in_head = true;
      if (tag == GUMBO_TAG_TR) table_->rows.emplace_back();
      if (is_cell(tag)) open_cell(element);
    }
  }

  void open_cell(const GumboNode& element) {
    if (table_->rows.empty()) table_->rows.emplace_back();
    cell_.emplace();
    cell_->node = &element;
    cell_->cell.columns = read_span(element, "colspan", limits_.columns);
    cell_->cell.rows = read_span(element, "rowspan", limits_.blocks);
    cell_->cell.cell.line = line_of(element);
    cell_->cell.cell.is_heading = tag_of(element) == GUMBO_TAG_TH || table_->in_head;
  }

  void close_cell() {
    cell_->cell.cell.blocks = cell_->builder.take();
    in_tables_ += 1 + cell_->cell.cell.blocks.size();
    table_->rows.back().push_back(std::move(cell_->cell));
    cell_.reset();
  }

  void close_table() {
    const OpenTable table = *std::exchange(table_, std::nullopt);
    auto grid = fill_grid(table.rows, limits_);
    if (!grid)
      exceed(table.line, "the table");
    else if (!grid->empty())
      document_.add_table(table.line, *std::move(grid));
  }

  HtmlTree tree_;
  HtmlContents contents_ = count_contents(tree_.root());
  std::string_view source_;
  HtmlOrigin origin_;
  LineMap lines_;
  ImportLimits limits_;
  Outline outline_;
  std::map<std::string_view, std::size_t> first_left_out_;  ///< the first entry of each reason in `outline_.left`
  BlockBuilder document_{BlockBuilder::Place::document};
  std::optional<OpenTable> table_;  ///< tables in its cells are read as text
  std::optional<OpenCell> cell_;
  std::optional<Diagnostic> excess_;  ///< of a limit; later nodes are not read
  std::size_t in_tables_ = 0;         ///< cells and their blocks
  BoldElements bold_elements_;
  std::vector<const GumboNode*> bold_nodes_;  ///< the open ones
  int depth_ = 1;                             ///< of the current node; the page itself has 0
  int sections_ = 0;
  bool after_heading_ = false;
};

}  // namespace

Parsed<Outline> outline_html(std::string_view text, std::string_view source, const ImportLimits& limits) {
  const Parsed<std::string> document = read_document(text, source, limits);
  if (!document) return {std::nullopt, document.diagnostics};
  return outline_tree(*document.value, source, HtmlOrigin::page, limits);
}

Parsed<Outline> outline_tree(std::string_view html, std::string_view source, HtmlOrigin origin,
                             const ImportLimits& limits) {
  return HtmlWalk(html, source, origin, limits).run();
}

}  // namespace rung
