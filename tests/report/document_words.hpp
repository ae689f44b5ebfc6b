#pragma once

#include <string>

#include <rung/report/document.hpp>

namespace rung::fixtures {

/// The words of a document, a line for each part of an element, however forms draw it.
class DocumentWords {
 public:
  void operator()(const Heading& heading) {
    line(std::string(static_cast<std::size_t>(heading.level), '#') + " " + words(heading.text) + aside(heading.aside));
  }
  void operator()(const Paragraph& paragraph) { line(words(paragraph.text)); }
  void operator()(const Callout& callout) { line("> " + words(callout.text)); }
  void operator()(const Facts& facts) { add(facts.facts, ""); }
  void operator()(const Judgement& judgement) {
    line("= " + words(judgement.text));
    for (const Gauge& gauge : judgement.gauges) line(gauge.sign + " " + words(gauge.text));
  }
  void operator()(const Table& table) {
    std::string heading;
    for (const Column& column : table.columns) heading += "| " + column.heading + " ";
    line(heading + "|");
    for (const Row& row : table.rows) {
      std::string cells;
      for (const Cell& cell : row.cells) cells += "| " + words(cell.text) + " ";
      line(cells + "|");
    }
  }
  void operator()(const Items& items) {
    for (const Item& item : items.items) {
      std::string tags;
      for (const Tag& tag : item.tags) tags += " [" + spaced(tag.text) + "]";
      line("- " + words(item.title) + tags + aside(item.aside));
      if (!item.body.empty()) line("  " + words(item.body));
      for (const Inline& detail : item.details) line("  " + words(detail));
      add(item.notes, "  ");
    }
  }
  void operator()(const Dumbbells& dumbbells) {
    for (const Dumbbell& row : dumbbells.rows)
      line(row.title + " " + write(row.before) + " → " + write(row.after) + " " + spaced(row.remark));
  }
  void operator()(const Curves& curves) {
    for (const Curve& curve : curves.curves) {
      std::string text = curve.name + ":";
      for (std::size_t index = 0; index < curve.values.size(); ++index)
        text += " " + curves.times[index] + " " + (curve.values[index] ? write(*curve.values[index]) : "none");
      line(text);
    }
  }
  void operator()(const Matrix& matrix) {
    for (const MatrixRow& row : matrix.rows) {
      std::string marks;
      for (const Square& square : row.squares) marks += " " + square.mark;
      line(row.title + marks + (row.remark.empty() ? "" : " (" + spaced(row.remark) + ")"));
    }
    for (const Tag& tag : matrix.legend) line(spaced(tag.text));
  }
  void operator()(const Fold& fold) {
    (*this)(fold.heading);
    for (const Element& element : fold.content) std::visit(*this, element);
  }
  template <class Other>
  void operator()(const Other& /*element*/) {}

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  static std::string spaced(std::string text) {
    for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0"))
      text.replace(at, 2, " ");
    return text;
  }
  static std::string words(const Inline& runs) {
    std::string text;
    for (const Run& run : runs)
      text += run.tone == Tone::gone   ? "[-" + run.text + "-]"
              : run.tone == Tone::come ? "{+" + run.text + "+}"
                                       : run.text;
    return spaced(std::move(text));
  }
  static std::string aside(const Inline& runs) { return runs.empty() ? std::string() : " (" + words(runs) + ")"; }
  static std::string write(const Share& share) {
    return std::to_string(share.part) + "/" + std::to_string(share.whole);
  }
  void add(const std::vector<Fact>& facts, const std::string& indent) {
    for (const Fact& fact : facts) line(indent + spaced(fact.label) + ": " + words(fact.value));
  }
  void line(const std::string& words) { text_ += words + "\n"; }

  std::string text_;
};

inline std::string words_of(const Document& document) {
  DocumentWords words;
  for (const Element& element : document) std::visit(words, element);
  return words.text();
}

}  // namespace rung::fixtures
