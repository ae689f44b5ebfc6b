#include "html.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

#include <fmt/format.h>

#include <rung/text/width.hpp>

#include "html_style.hpp"
#include "inline_text.hpp"
#include "svg.hpp"

namespace rung {
namespace {

std::string classes_of(const Column& column) {
  return fmt::format("{}{}", column.align == Align::right ? "right" : "words",
                     column.presence == Presence::when_wide ? " wide" : "");
}

// Words are kept whole up to this many cells; longer ones may be broken, so that none can push the others away.
constexpr int longest_whole_word = 16;

int longest_word(const Table& table, std::size_t index) {
  int longest = 0;
  const auto look_at = [&](const std::string& text) {
    std::istringstream words(text.substr(0, 1000));
    for (std::string word; words >> word;) longest = std::max(longest, cell_width(word));
  };
  look_at(table.columns[index].heading);
  for (const auto& row : table.rows)
    if (index < row.cells.size()) look_at(plain_words(row.cells[index].text));
  return std::min(longest, longest_whole_word);
}

std::string write_column(const Table& table, std::size_t index) {
  const auto& column = table.columns[index];
  std::string width;
  if (column.align == Align::left) width = fmt::format(" style=\"--word:{}\"", longest_word(table, index));
  return fmt::format("<th scope=\"col\" class=\"{}\"{}>{}</th>", classes_of(column), width,
                     escape_html(column.heading));
}

std::string write_cell(const Cell& cell, const Column& column, bool heads_row) {
  auto content = write_html_inline(cell.text);
  if (cell.meter && cell.meter->has_basis()) {
    content = fmt::format(
        "<span class=\"meter\" aria-hidden=\"true\"><span style=\"width:{}%\"></span></span><span "
        "class=\"figure\">{}</span>",
        percent(*cell.meter), content);
  }
  const auto side = classes_of(column);
  if (heads_row && !content.empty())
    return fmt::format("<th scope=\"row\" class=\"{}\" dir=\"auto\">{}</th>", side, content);
  return fmt::format("<td class=\"{}\">{}</td>", side, content);
}

std::string write_badge(const Tag& tag) {
  const auto look = look_of(tag.tone).css_class;
  return fmt::format("<span class=\"badge{}{}\">{}</span>", look.empty() ? "" : " ", look, escape_html(tag.text));
}

std::string write_html_item(const Item& item) {
  std::string out = fmt::format("<li>\n<p class=\"what\" dir=\"auto\">{}", write_html_inline(item.title));
  for (const auto& tag : item.tags) out += fmt::format(" {}", write_badge(tag));
  if (!item.aside.empty()) out += fmt::format(" {}", write_html_inline(item.aside));
  out += "</p>\n";
  for (const auto& detail : item.details) out += fmt::format("<p class=\"detail\">{}</p>\n", write_html_inline(detail));
  if (!item.notes.empty()) out += "<dl class=\"notes\">\n";
  for (const auto& note : item.notes)
    out += fmt::format("<dt>{}</dt><dd dir=\"auto\">{}</dd>\n", escape_html(note.label), write_html_lines(note.value));
  if (!item.notes.empty()) out += "</dl>\n";
  out += "</li>\n";
  return out;
}

std::string write_brief(const Item& item) {
  const auto aside = item.aside.empty()
                         ? std::string()
                         : fmt::format(" <span class=\"aside\">{}</span>", write_html_inline(item.aside));
  return fmt::format("<li><span dir=\"auto\">{}</span>{}</li>\n", write_html_inline(item.title), aside);
}

std::string write_html_checks(const Checks& checks) {
  std::string out = "<ul class=\"checks\">\n";
  for (const auto& check : checks.checks) {
    out += fmt::format("<li>{} <strong>{}</strong> <span class=\"finding\">{}</span></li>\n",
                       write_badge(check.verdict), write_html_inline(check.name), write_html_inline(check.finding));
  }
  out += "</ul>\n";
  return out;
}

std::string write_html_items(const Items& items) {
  const bool brief = items.form == ItemForm::brief;
  std::string out = brief ? "<ul class=\"brief\">\n" : "<ul class=\"items\">\n";
  for (const auto& item : items.items) out += brief ? write_brief(item) : write_html_item(item);
  out += "</ul>\n";
  return out;
}

// A table in a box that scrolls by itself, named by `label`, an attribute such as `aria-labelledby="s1"`.
// `kind_of_plain` is the class of a table whose rows have no parts.
std::string write_html_table(const Table& table, std::string_view label, std::string_view kind_of_plain = {}) {
  const bool nested = std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.depth > 0; });
  const auto kind = nested ? std::string_view("nested") : kind_of_plain;
  std::string out = fmt::format("<div class=\"scroll\" role=\"group\" tabindex=\"0\" {}>\n", label);
  out += kind.empty() ? "<table>" : fmt::format("<table class=\"{}\">", kind);
  out += "\n<thead><tr>";
  for (std::size_t index = 0; index < table.columns.size(); ++index) out += write_column(table, index);
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    out += !nested ? "<tr>" : row.depth > 0 ? "<tr class=\"inner\">" : "<tr class=\"outer\">";
    for (std::size_t index = 0; index < row.cells.size(); ++index)
      out += write_cell(row.cells[index], index < table.columns.size() ? table.columns[index] : Column{}, index == 0);
    out += "</tr>\n";
  }
  out += "</tbody>\n</table>\n</div>\n";
  return out;
}

/// Behaviors of one row with the same answer.
struct Segment {
  std::string name;
  std::string look;  ///< class names
  std::size_t order = 0;
  int count = 0;
};

// The palette has nine steps, as many as the longest scale: shorter ones use its whole range too.
std::string look_of_point(std::size_t point, std::size_t points) {
  const std::size_t last = points > 1 ? points - 1 : 1;
  return fmt::format("p{}", std::min<std::size_t>((point * 8 + last / 2) / last, 8));
}

Segment segment_of(const StripCell& cell, std::size_t points) {
  if (cell.point) return {cell.name, look_of_point(*cell.point, points), *cell.point, 0};
  if (cell.mark == "n") return {cell.name, "open n", points, 0};
  if (cell.mark == "o") return {cell.name, "open o", points + 1, 0};
  return {cell.name, "open", points + 2, 0};
}

std::vector<Segment> gather_segments(const std::vector<StripCell>& cells, std::size_t points) {
  std::vector<Segment> segments;
  for (const auto& cell : cells) {
    auto segment = segment_of(cell, points);
    auto at = std::lower_bound(segments.begin(), segments.end(), segment.order,
                               [](const Segment& one, std::size_t order) { return one.order < order; });
    if (at == segments.end() || at->order != segment.order) at = segments.insert(at, std::move(segment));
    ++at->count;
  }
  return segments;
}

std::string write_legend(const Strip& strip) {
  std::vector<StripCell> all;
  for (std::size_t point = 0; point < strip.points.size(); ++point) all.push_back({"", strip.points[point], point, {}});
  for (const auto& row : strip.rows) {
    for (const auto& cell : row.cells)
      if (!cell.point) all.push_back(cell);
  }
  std::string out = "<ul class=\"legend\">\n";
  for (const auto& segment : gather_segments(all, strip.points.size())) {
    out += fmt::format("<li><span class=\"swatch {}\" aria-hidden=\"true\"></span>{}</li>\n", segment.look,
                       escape_html(segment.name));
  }
  out += "</ul>\n";
  return out;
}

std::string write_row(const StripRow& row, std::size_t points) {
  std::string bar;
  std::string told;
  for (const auto& segment : gather_segments(row.cells, points)) {
    bar += fmt::format("<span class=\"seg {}\" style=\"flex-grow:{}\">{}</span>", segment.look, segment.count,
                       segment.count);
    told += fmt::format("{}{}\u00A0× {}", told.empty() ? "" : ", ", segment.count, escape_html(segment.name));
  }
  return fmt::format(
      "<li class=\"strip-row\"><span class=\"label\" dir=\"auto\">{}</span> <span class=\"bar\" "
      "aria-hidden=\"true\">{}</span> <span class=\"told\">{}</span></li>\n",
      escape_html(row.label), bar, told);
}

std::string write_html_strip(const Strip& strip, int heading_level) {
  std::string out = fmt::format("<div class=\"strip\">\n{}", write_legend(strip));
  bool in_list = false;
  const auto set_list = [&](bool wanted) {
    if (in_list != wanted) out += wanted ? "<ul>\n" : "</ul>\n";
    in_list = wanted;
  };
  for (const auto& row : strip.rows) {
    const bool heads = row.depth == 0 && row.cells.empty();
    set_list(!heads);
    out += heads ? fmt::format("<h{0}>{1}</h{0}>\n", heading_level, escape_html(row.label))
                 : write_row(row, strip.points.size());
  }
  set_list(false);
  out += "</div>\n";
  return out;
}

class PageWriter {
 public:
  void operator()(const Heading& heading) { head(heading.level, write_html_inline(heading.text)); }

  void operator()(const Paragraph& paragraph) { out_ += fmt::format("<p>{}</p>\n", write_html_inline(paragraph.text)); }

  void operator()(const Callout& callout) {
    out_ += fmt::format("<p class=\"callout\">{}</p>\n", write_html_inline(callout.text));
  }

  void operator()(const Judgement& judgement) { (*this)(Callout{judgement.text}); }

  void operator()(const Steps& steps) {
    out_ += "<ol>\n";
    for (const Step& step : steps.steps) out_ += fmt::format("<li>{}</li>\n", write_html_inline(step.title));
    out_ += "</ol>\n";
  }

  void operator()(const Map& /*map*/) {}
  void operator()(const Dumbbells& /*dumbbells*/) {}
  void operator()(const Matrix& /*matrix*/) {}
  void operator()(const Contents& /*contents*/) {}

  void operator()(const Foldable& foldable) {
    (*this)(foldable.heading);
    for (const Element& element : foldable.content) std::visit(*this, element);
  }

  void operator()(const Facts& facts) {
    out_ += "<dl class=\"facts\">\n";
    for (const auto& fact : facts.facts)
      out_ += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escape_html(fact.label), write_html_lines(fact.value));
    out_ += "</dl>\n";
  }

  void operator()(const Checks& checks) { out_ += write_html_checks(checks); }
  void operator()(const Items& items) { out_ += write_html_items(items); }
  void operator()(const Strip& strip) { out_ += write_html_strip(strip, std::min(level_ + 1, 6)); }

  void operator()(const Table& table) {
    out_ += write_html_table(
        table, headings_ == 0 ? "aria-label=\"Table\"" : fmt::format("aria-labelledby=\"s{}\"", headings_));
  }

  void operator()(const Radar& radar) {
    const auto id = fmt::format("d{}", ++drawings_);
    out_ += fmt::format("<figure class=\"radar scroll\" tabindex=\"0\" aria-label=\"{}\">\n{}</figure>\n",
                        escape_html(radar.title), draw_radar(radar, id));
  }

  void operator()(const Curves& curves) {
    out_ += "<ul class=\"curves\">\n";
    for (const auto& curve : curves.curves) write_curve(curve, curves.times);
    out_ += "</ul>\n";
  }

  void operator()(const Details& details) {
    head(2, escape_html(details.heading));
    for (const auto& fold : details.folds) {
      const auto label = fmt::format("aria-label=\"{}\"", escape_html(plain_words(fold.summary)));
      out_ += fmt::format("<details>\n<summary>{}</summary>\n{}</details>\n", write_html_inline(fold.summary),
                          write_html_table(fold.table, label, "folded"));
    }
  }

  std::string take() { return std::move(out_); }

 private:
  // One first heading, and no level left out, whatever the document holds.
  void head(int level, const std::string& content) {
    level_ = level_ == 0 ? 1 : std::clamp(level, 2, level_ + 1);
    out_ += fmt::format("<h{0} id=\"s{1}\">{2}</h{0}>\n", level_, ++headings_, content);
  }

  void write_curve(const Curve& curve, const std::vector<std::string>& times) {
    const auto last = curve.values.empty() ? std::nullopt : curve.values.back();
    const auto id = fmt::format("d{}", ++drawings_);
    out_ += fmt::format("<li><div class=\"head\"><span dir=\"auto\">{}</span> <span class=\"last\">{}</span></div>\n{}",
                        escape_html(curve.name), describe_curve_value(last), draw_curve(curve, times, id));
    if (!times.empty()) {
      out_ += fmt::format("<div class=\"times\"><span>{}</span>", escape_html(times.front()));
      if (times.size() > 1) out_ += fmt::format(" <span>{}</span>", escape_html(times.back()));
      out_ += "</div>\n";
    }
    out_ += "</li>\n";
  }

  std::string out_;
  int level_ = 0;
  int headings_ = 0;
  int drawings_ = 0;
};

std::string title_of(const Document& document) {
  for (const auto& element : document)
    if (const auto* heading = std::get_if<Heading>(&element)) return plain_words(heading->text);
  return "Rung";
}

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
  PageWriter writer;
  for (const auto& element : document) std::visit(writer, element);
  std::string out(frame_head);
  out +=
      fmt::format("<title>{}</title>\n<style>\n{}{}{}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
                  escape_html(title_of(document)), palette_css(), drawing_css(), page_css(), writer.take());
  return out;
}

}  // namespace rung
