#include "html.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "curve_drawing.hpp"
#include "html_map.hpp"
#include "html_parts.hpp"
#include "html_style.hpp"
#include "inline_text.hpp"

namespace rung {
namespace {

struct PageHeading {
  int level;
  std::string id;
  std::string words;
  std::size_t at;  ///< its offset in the output
};

class PageWriter {
 public:
  explicit PageWriter(const Document& document) : anchors_(document) {}

  void operator()(const Heading& heading) { out_ += fmt::format("{}\n", head(heading)); }

  void operator()(const Paragraph& paragraph) {
    out_ += fmt::format("<p>{}</p>\n", write_html_inline(paragraph.text, anchors_));
  }

  void operator()(const Callout& callout) {
    out_ += fmt::format("<p class=\"callout\">{}</p>\n", write_html_inline(callout.text, anchors_));
  }

  void operator()(const Judgement& judgement) { out_ += write_html_judgement(judgement, anchors_); }
  void operator()(const Steps& steps) { out_ += write_html_steps(steps, anchors_); }
  void operator()(const Facts& facts) { out_ += write_html_facts(facts, anchors_); }
  void operator()(const Items& items) { out_ += write_html_items(items, std::clamp(level_ + 1, 2, 6), anchors_); }
  void operator()(const Table& table) { out_ += write_html_table(table, label_of_table(), anchors_); }
  void operator()(const Dumbbells& dumbbells) { out_ += write_html_dumbbells(dumbbells, label_of_table()); }
  void operator()(const Matrix& matrix) { out_ += write_html_matrix(matrix, label_of_table()); }
  void operator()(const Contents& /*contents*/) { contents_ = contents_ ? contents_ : out_.size(); }

  void operator()(const Map& map) {
    if (has_squares(map) && !has_filter_) {
      out_ += write_filter();
      has_filter_ = true;
    }
    out_ += write_html_map(map, anchors_);
  }

  void operator()(const Fold& fold) {
    out_ += fmt::format("<details>\n<summary>{}</summary>\n", head(fold.heading));
    for (const Element& element : fold.content) std::visit(*this, element);
    out_ += "</details>\n";
  }

  void operator()(const Curves& curves) {
    out_ += "<ul class=\"curves\">\n";
    for (const auto& curve : curves.curves) write_curve(curve, curves);
    out_ += "</ul>\n";
  }

  // Superseded by maps, verdicts, and fold parts.

  std::string take() {
    std::string out = std::move(out_);
    if (contents_) out.insert(*contents_, write_contents(*contents_));
    return out;
  }

  /// The target of the skip link: the first heading of level 2 after the map.
  [[nodiscard]] std::string find_content() const {
    const auto at =
        std::find_if(headings_.begin(), headings_.end(), [](const PageHeading& one) { return one.level == 2; });
    return at == headings_.end() ? "_0" : at->id;
  }

 private:
  // One top-level heading and no skipped level, whatever the document contains.
  std::string head(const Heading& heading) {
    level_ = level_ == 0 ? 1 : std::clamp(heading.level, 2, level_ + 1);
    auto id = anchors_.take(heading.id);
    auto name = heading.id;
    if (id.empty()) {
      name = fmt::format("_{}", headings_.size() + 1);
      id = fmt::format(" id=\"{}\"", name);
    }
    headings_.push_back({level_, std::move(name), escape_html(plain_words(heading.text)), out_.size()});
    const auto aside = heading.aside.empty()
                           ? std::string()
                           : fmt::format(" <small>{}</small>", write_html_inline(heading.aside, anchors_));
    return fmt::format("<h{0}{1}>{2}{3}</h{0}>", level_, id, write_html_inline(heading.text, anchors_), aside);
  }

  [[nodiscard]] std::string write_contents(std::size_t from) const {
    std::string links;
    for (const PageHeading& one : headings_)
      if (one.level == 2 && one.at >= from) links += fmt::format("<a href=\"#{}\">{}</a>\n", one.id, one.words);
    return links.empty() ? links : fmt::format("<nav aria-label=\"Contents\">\n{}</nav>\n", links);
  }

  [[nodiscard]] std::string label_of_table() const {
    return headings_.empty() ? "aria-label=\"Table\"" : fmt::format("aria-labelledby=\"{}\"", headings_.back().id);
  }

  void write_curve(const Curve& curve, const Curves& curves) {
    const auto last = curve.values.empty() ? std::nullopt : curve.values.back();
    const auto id = fmt::format("_d{}", ++drawings_);
    out_ += fmt::format("<li><p>{} <b>{}</b></p>\n{}", escape_html(curve.name), describe_curve_value(last),
                        draw_curve(curve, curves, id));
    if (!curves.times.empty()) {
      out_ += fmt::format("<p><span>{}</span>", escape_html(curves.times.front()));
      if (curves.times.size() > 1) out_ += fmt::format(" <span>{}</span>", escape_html(curves.times.back()));
      out_ += "</p>\n";
    }
    out_ += "</li>\n";
  }

  Anchors anchors_;
  std::string out_;
  int level_ = 0;
  std::vector<PageHeading> headings_;
  std::optional<std::size_t> contents_;
  bool has_filter_ = false;
  int drawings_ = 0;
};

constexpr std::string_view frame_head = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
)";

}  // namespace

std::string write_html(const Document& document) {
  PageWriter writer(document);
  for (const auto& element : document) std::visit(writer, element);
  const auto [title, facts] = find_title(document);
  const auto foot = facts.empty() ? title : fmt::format("{} · {}", title, facts);
  const auto skip = writer.find_content();
  std::string out(frame_head);
  out += fmt::format("<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n", escape_html(title),
                     compact_css(fmt::format("{}{}{}{}", palette_css(), drawing_css(), page_css(), paper_css(foot))));
  out +=
      fmt::format("<a class=\"skip\" href=\"#{}\">Skip to content</a>\n<main id=\"_0\">\n{}</main>\n</body>\n</html>\n",
                  skip, writer.take());
  return out;
}

}  // namespace rung
