#include <algorithm>
#include <string>
#include <variant>

#include <fmt/format.h>

#include <rung/report/render.hpp>

#include "html_elements.hpp"
#include "html_style.hpp"
#include "html_text.hpp"
#include "svg_drawing.hpp"

namespace rung {
namespace {

class PageWriter {
 public:
  void operator()(const Heading& heading) { head(heading.level, write_html_inline(heading.text)); }

  void operator()(const Paragraph& paragraph) { out_ += "<p>" + write_html_inline(paragraph.text) + "</p>\n"; }

  void operator()(const Callout& callout) {
    out_ += "<p class=\"callout\">" + write_html_inline(callout.text) + "</p>\n";
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
  out += "<title>" + escape_html(title_of(document)) + "</title>\n<style>\n";
  out += palette_css();
  out += drawing_css();
  out += page_css();
  return out + "</style>\n</head>\n<body>\n<main>\n" + writer.take() + "</main>\n</body>\n</html>\n";
}

}  // namespace rung
