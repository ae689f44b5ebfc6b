#include "svg.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include <rung/error.hpp>

#include "curve_drawing.hpp"
#include "html_parts.hpp"
#include "html_style.hpp"
#include "inline_text.hpp"
#include "svg_text.hpp"

namespace rung {
namespace {

constexpr double card_width = 860;
constexpr double card_margin = 28;
constexpr double right_edge = card_width - card_margin;

/// The positions and widths of the columns of the map.
constexpr double squares_left = 172;
constexpr double remark_left = right_edge - 84;
constexpr double figure_right = remark_left - 14;
constexpr double bar_width = 116;
constexpr double bar_left = figure_right - 52 - bar_width;
constexpr double squares_right = bar_left - 18;

constexpr double square_size = 24;
constexpr double square_gap = 2;
constexpr double group_gap = 10;
constexpr double row_gap = 8;

struct TextLook {
  std::string_view css_class;
  double size;         ///< of the font
  double line_height;  ///< from one line to the next
};

constexpr TextLook title_look{"title", 25, 31};
constexpr TextLook verdict_look{"verdict", 17, 24};
constexpr TextLook small_look{"small", 13.5, 19};
constexpr TextLook name_look{"name", 14.5, 15};

class Card {
 public:
  void write_text(double x, double y, std::string_view css_class, std::string_view words) {
    body_ += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>\n", css_class, write_number(x),
                         write_number(y), escape_html(words));
  }

  // The first line of `words`, cut to fit.
  void write_line(double x, double y, double width, const TextLook& look, std::string_view words) {
    for (const auto& line : wrap_for_drawing(words, width, look.size, 1)) write_text(x, y, look.css_class, line);
  }

  void add_lines(double x, const TextLook& look, std::string_view words, std::size_t most_lines) {
    for (const auto& line : wrap_for_drawing(words, right_edge - x, look.size, most_lines)) {
      y_ += look.line_height;
      write_text(x, y_ - 0.28 * look.line_height, look.css_class, line);
    }
  }

  void add_rectangle(std::string_view css_class, double x, double y, double width, double height) {
    body_ += fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n", css_class,
                         write_number(x), write_number(y), write_number(width), write_number(height));
  }

  void add(std::string_view svg) { body_ += svg; }
  void skip(double height) { y_ += height; }
  [[nodiscard]] double y() const { return y_; }

  [[nodiscard]] std::string take(std::string_view title, std::string_view description) const {
    const double height = y_ + card_margin;
    std::string out = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
        "aria-labelledby=\"t d\">\n<title id=\"t\">{2}</title>\n<desc id=\"d\">{3}</desc>\n<style>\n{4}</style>\n",
        write_number(card_width), write_number(height), escape_html(title), escape_html(description),
        drawing_file_css());
    out += fmt::format("<rect class=\"ground\" x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"10\"/>\n{}</svg>\n",
                       write_number(card_width - 1), write_number(height - 1), body_);
    return out;
  }

 private:
  std::string body_;
  double y_ = card_margin - 6;
};

/// The parts of a document for a card; nullptr for missing ones.
struct CardParts {
  TitleWords title;
  const Judgement* judgement = nullptr;
  const Map* map = nullptr;
  const Curves* curves = nullptr;
};

template <class Part>
void keep_first(const Element& element, const Part*& part) {
  if (part == nullptr) part = std::get_if<Part>(&element);
}

CardParts find_parts(const Document& document) {
  CardParts parts{find_title(document)};
  for (const Element& element : document) {
    keep_first(element, parts.judgement);
    keep_first(element, parts.map);
    keep_first(element, parts.curves);
  }
  return parts;
}

void draw_title(Card& card, const TitleWords& words) {
  card.add_lines(card_margin, title_look, words.title, 2);
  card.add_lines(card_margin, small_look, words.facts, 2);
  card.skip(12);
}

void draw_verdict(Card& card, const Judgement& judgement) {
  const double top = card.y();
  card.skip(9);
  card.add_lines(card_margin + 18, verdict_look, plain_words(judgement.text), 5);
  card.skip(9);
  const std::string_view look = judgement.tone == Tone::bad    ? "edge lo"
                                : judgement.tone == Tone::good ? "edge good"
                                                               : "edge bar";
  card.add_rectangle(look, card_margin, top, 5, card.y() - top);
  card.skip(14);
}

void draw_square(Card& card, const Square& square, double x, double y) {
  const auto side = classes_of(Standpoint{square.standpoint.side, false});
  card.add_rectangle(fmt::format("sq {}", side), x + 0.5, y + 0.5, square_size - 1, square_size - 1);
  card.write_text(x + square_size / 2, y + 17, fmt::format("mark on-{}", side), square.mark);
  if (!square.standpoint.has_evidence) return;
  card.add(fmt::format("<circle class=\"on-{}\" cx=\"{}\" cy=\"{}\" r=\"2.4\"/>\n", side,
                       write_number(x + square_size - 4.8), write_number(y + 4.8)));
}

/// Draws the squares of a row in as many lines as necessary, and returns the position of the last line.
double draw_squares(Card& card, const MapRow& row) {
  double x = squares_left;
  double y = card.y();
  for (const MapGroup& group : row.groups) {
    const auto count = static_cast<double>(group.squares.size());
    const double width = count * (square_size + square_gap);
    const auto begin_line = [&] {
      x = squares_left;
      y += square_size + square_gap;
    };
    if (x > squares_left && x + width > squares_right) begin_line();
    for (const Square& square : group.squares) {
      if (x + square_size > squares_right) begin_line();
      draw_square(card, square, x, y);
      x += square_size + square_gap;
    }
    x += group_gap;
  }
  return y;
}

void draw_bar(Card& card, const MapRow& row) {
  const double middle = card.y() + square_size / 2;
  if (!row.share || !row.share->has_basis()) {
    card.write_text(figure_right, middle + 5, "fig", "–");
    return;
  }
  card.add_rectangle("track", bar_left, middle - 5, bar_width, 10);
  card.add_rectangle(row.remark.empty() ? "bar" : "lo", bar_left, middle - 5, bar_width * row.share->value(), 10);
  if (row.gate)
    card.add_rectangle("tick", bar_left + bar_width * std::clamp(*row.gate, 0.0, 1.0) - 1, middle - 8, 2, 16);
  card.write_text(figure_right, middle + 5, "fig", fmt::format("{}/{}", row.share->part, row.share->whole));
  card.write_line(remark_left, middle + 5, right_edge - remark_left, {"needs", 14, 0}, row.remark);
}

void draw_map_row(Card& card, const MapRow& row) {
  const auto names = wrap_for_drawing(row.title, squares_left - card_margin - 4, name_look.size, 2);
  double baseline = card.y() + (names.size() > 1 ? 10 : 17);
  for (const auto& line : names) {
    card.write_text(card_margin, baseline, name_look.css_class, line);
    baseline += name_look.line_height;
  }
  draw_bar(card, row);
  const double last = draw_squares(card, row);
  card.skip(last - card.y() + square_size + row_gap);
}

struct LegendEntry {
  std::string sample;  ///< drawn in a square of 14 to the right of the origin and above it
  std::string words;
};

std::vector<LegendEntry> list_legend(const Map& map) {
  std::set<std::string_view> sides;
  bool evidence = false;
  bool gate = false;
  for (const MapRow& row : map.rows) {
    gate = gate || row.gate;
    for (const MapGroup& group : row.groups) {
      for (const Square& square : group.squares) {
        sides.insert(classes_of(Standpoint{square.standpoint.side, false}));
        evidence = evidence || square.standpoint.has_evidence;
      }
    }
  }
  std::vector<LegendEntry> entries;
  for (const auto& [side, words] : {std::pair{"lo", "below target"}, {"at", "at target"}, {"hi", "above target"}}) {
    if (!sides.contains(side)) continue;
    entries.push_back({fmt::format("<rect class=\"sq {}\" y=\"-11.5\" width=\"13\" height=\"13\"/>", side), words});
  }
  if (evidence) entries.push_back({"<circle class=\"on-at\" cx=\"9\" cy=\"-5\" r=\"2.8\"/>", "evidence"});
  if (gate) entries.push_back({"<rect class=\"tick\" x=\"8\" y=\"-13\" width=\"2\" height=\"16\"/>", "gate"});
  for (const Tag& letter : map.legend) entries.push_back({"", letter.text});
  return entries;
}

void draw_legend(Card& card, const Map& map) {
  double x = card_margin;
  card.skip(small_look.line_height);
  for (const LegendEntry& entry : list_legend(map)) {
    const double sample = entry.sample.empty() ? 0 : 19;
    const double width = sample + estimate_width(entry.words, small_look.size);
    if (x > card_margin && x + width > right_edge) {
      x = card_margin;
      card.skip(small_look.line_height);
    }
    if (!entry.sample.empty()) {
      card.add(fmt::format("<g transform=\"translate({} {})\">{}</g>\n", write_number(x), write_number(card.y()),
                           entry.sample));
    }
    card.write_line(x + sample, card.y(), right_edge - x - sample, small_look, entry.words);
    x += width + 14;
  }
}

std::string draw_map_card(const CardParts& parts) {
  Card card;
  draw_title(card, parts.title);
  std::string description;
  if (parts.judgement != nullptr) {
    draw_verdict(card, *parts.judgement);
    description = plain_words(parts.judgement->text);
  }
  for (const MapRow& row : parts.map->rows) {
    draw_map_row(card, row);
    if (!row.share || !row.share->has_basis()) continue;
    description += fmt::format("{}{}: {} of {} at target", description.empty() ? "" : " ", row.title, row.share->part,
                               row.share->whole);
    description += row.remark.empty() ? "." : fmt::format(", {}.", row.remark);
  }
  draw_legend(card, *parts.map);
  return card.take(parts.title.title, description);
}

constexpr int curves_in_row = 3;
constexpr double curve_cell = (right_edge - card_margin) / curves_in_row;
constexpr double curve_cell_height = curve_height + 58;

void draw_curve_cell(Card& card, const Curve& curve, const Curves& curves, double x) {
  const double width = curve_cell - 16;
  const auto last = curve.values.empty() ? std::nullopt : curve.values.back();
  const auto value = describe_curve_value(last);
  constexpr TextLook value_look{"fig now-name", 13.5, 0};
  card.write_line(x, card.y() + 16, width - estimate_width(value, value_look.size) - 8, name_look, curve.name);
  card.write_text(x + width, card.y() + 16, value_look.css_class, value);
  card.add(fmt::format("<g transform=\"translate({} {})\">\n{}</g>\n", write_number(x), write_number(card.y() + 22),
                       draw_curve_lines(curve, curves)));
  if (curves.times.empty()) return;
  const double below = card.y() + 22 + curve_height + 10;
  card.write_line(x + 46, below, 0.4 * width, {"time", 12, 0}, curves.times.front());
  if (curves.times.size() > 1) card.write_line(x + 232, below, 0.4 * width, {"time end", 12, 0}, curves.times.back());
}

std::string draw_curve_card(const CardParts& parts) {
  Card card;
  draw_title(card, parts.title);
  std::string description;
  int column = 0;
  for (const Curve& curve : parts.curves->curves) {
    if (column == curves_in_row) {
      card.skip(curve_cell_height);
      column = 0;
    }
    draw_curve_cell(card, curve, *parts.curves, card_margin + curve_cell * column++);
    description +=
        fmt::format("{}{}: {}.", description.empty() ? "" : " ", curve.name, describe_curve(curve, *parts.curves));
  }
  card.skip(curve_cell_height - 12);
  return card.take(parts.title.title, description);
}

}  // namespace

std::string write_svg(const Document& document) {
  const CardParts parts = find_parts(document);
  if (parts.map != nullptr && !parts.map->rows.empty()) return draw_map_card(parts);
  if (parts.curves != nullptr && !parts.curves->curves.empty()) return draw_curve_card(parts);
  throw Error(ExitCode::usage, "this report cannot be drawn as an SVG file",
              "write it as a page: -o FILE.html. `rung report` and `rung history` can be written as SVG");
}

}  // namespace rung
