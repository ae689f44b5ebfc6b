#include "html_parts.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include <rung/text/width.hpp>

#include "inline_text.hpp"

namespace rung {
namespace {

std::string classes_of(const Column& column) {
  return fmt::format("{}{}{}", column.align == Align::right ? "r" : "",
                     column.align == Align::right && column.presence == Presence::when_wide ? " " : "",
                     column.presence == Presence::when_wide ? "w" : "");
}

// Words up to this many cells are kept whole; longer ones may be broken, so that they cannot push others away.
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
  if (column.align == Align::left) width = fmt::format(" style=\"--n:{}\"", longest_word(table, index));
  return fmt::format("<th scope=\"col\"{}{}>{}</th>", write_class(classes_of(column)), width,
                     escape_html(column.heading));
}

std::string write_cell(const Cell& cell, const Column& column, bool heads_row, const Anchors& anchors) {
  auto content = write_html_inline(cell.text, anchors);
  if (cell.meter && cell.meter->has_basis())
    content = fmt::format("<span class=\"m\" style=\"--w:{}%\"></span>{}", percent(*cell.meter), content);
  const auto classes = write_class(classes_of(column));
  if (heads_row && !content.empty()) return fmt::format("<th scope=\"row\"{}>{}</th>", classes, content);
  return fmt::format("<td{}>{}</td>", classes, content);
}

std::string write_table_row(const Row& row, const Table& table, Anchors& anchors) {
  std::string out = fmt::format("<tr{}{}>", anchors.take(row.id),
                                write_class(row.standpoint ? classes_of(*row.standpoint) : std::string_view()));
  for (std::size_t index = 0; index < row.cells.size(); ++index) {
    const auto& column = index < table.columns.size() ? table.columns[index] : Column{};
    out += write_cell(row.cells[index], column, index == 0, anchors);
  }
  out += "</tr>\n";
  return out;
}

std::string write_badge(const Tag& tag) {
  const auto look = look_of(tag.tone).css_class;
  return fmt::format("<span class=\"badge{}{}\">{}</span>", look.empty() ? "" : " ", look, escape_html(tag.text));
}

std::string write_notes(const std::vector<Fact>& notes, const Anchors& anchors) {
  if (notes.empty()) return {};
  std::string out = "<dl class=\"notes\">\n";
  for (const auto& note : notes) {
    out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escape_html(note.label),
                       write_html_lines(note.value, anchors));
  }
  out += "</dl>\n";
  return out;
}

std::string open_item(const Item& item, Anchors& anchors) {
  return fmt::format("<li{}{}>", anchors.take(item.id),
                     write_class(item.standpoint ? classes_of(*item.standpoint) : std::string_view()));
}

std::string write_aside(const Inline& aside, const Anchors& anchors) {
  return aside.empty() ? std::string() : fmt::format(" <small>{}</small>", write_html_inline(aside, anchors));
}

// Headings are bold anyway.
Inline without_weight(Inline title) {
  for (Run& run : title)
    if (run.tone == Tone::strong) run.tone = Tone::plain;
  return title;
}

std::string write_full(const Item& item, int level, Anchors& anchors) {
  std::string out = open_item(item, anchors);
  if (const auto title = write_html_inline(without_weight(item.title), anchors); !title.empty())
    out += fmt::format("<h{0}>{1}</h{0}>", level, title);
  for (const auto& tag : item.tags) out += fmt::format(" {}", write_badge(tag));
  out += fmt::format("{}\n", write_aside(item.aside, anchors));
  if (!item.body.empty()) out += fmt::format("<p>{}</p>\n", write_html_lines(item.body, anchors));
  for (const auto& detail : item.details) out += fmt::format("<p>{}</p>\n", write_html_inline(detail, anchors));
  out += fmt::format("{}</li>\n", write_notes(item.notes, anchors));
  return out;
}

std::string write_brief(const Item& item, Anchors& anchors) {
  return fmt::format("{}<span>{}</span>{}</li>\n", open_item(item, anchors), write_html_inline(item.title, anchors),
                     write_aside(item.aside, anchors));
}

}  // namespace

std::string write_class(std::string_view names) {
  return names.empty() ? std::string() : fmt::format(" class=\"{}\"", names);
}

std::string_view classes_of(const Standpoint& standpoint) {
  switch (standpoint.side) {
    case TargetSide::below: return standpoint.has_evidence ? "lo ev" : "lo";
    case TargetSide::at: return standpoint.has_evidence ? "at ev" : "at";
    case TargetSide::above: return standpoint.has_evidence ? "hi ev" : "hi";
    case TargetSide::none: break;
  }
  return standpoint.has_evidence ? "no ev" : "no";
}

std::string write_unseen(std::string_view words) {
  return words.empty() ? std::string() : fmt::format("<span class=\"vh\">{}</span> ", escape_html(words));
}

TitleWords find_title(const Document& document) {
  const auto at = std::find_if(document.begin(), document.end(),
                               [](const Element& element) { return std::holds_alternative<Heading>(element); });
  if (at == document.end()) return {};
  const auto& heading = std::get<Heading>(*at);
  const auto* paragraph = at + 1 == document.end() ? nullptr : std::get_if<Paragraph>(&*(at + 1));
  const bool has_aside = !heading.aside.empty() || paragraph == nullptr;
  return {plain_words(heading.text), plain_words(has_aside ? heading.aside : paragraph->text)};
}

std::string write_html_judgement(const Judgement& judgement, const Anchors& anchors) {
  const auto look = look_of(judgement.tone).css_class;
  std::string out = fmt::format("<div class=\"verdict{}{}\">\n<p>{}</p>\n", look.empty() ? "" : " ", look,
                                write_html_inline(judgement.text, anchors));
  if (!judgement.gauges.empty()) out += "<ul>\n";
  for (const Gauge& gauge : judgement.gauges) {
    out += fmt::format("<li{}><span aria-hidden=\"true\">{}</span> {}{}</li>\n",
                       write_class(look_of(gauge.tone).css_class), escape_html(gauge.sign), write_unseen(gauge.word),
                       write_html_inline(gauge.text, anchors));
  }
  if (!judgement.gauges.empty()) out += "</ul>\n";
  out += "</div>\n";
  return out;
}

std::string write_html_steps(const Steps& steps, const Anchors& anchors) {
  std::string out = "<ol class=\"steps\">\n";
  for (const Step& step : steps.steps) {
    out += "<li>";
    if (!step.group.empty()) out += fmt::format("<span class=\"muted\">{}</span> ", escape_html(step.group));
    out += write_html_inline(step.title, anchors);
    if (!step.move.empty()) out += fmt::format(" <span class=\"move\">{}</span>", escape_html(step.move));
    if (!step.reason.empty()) out += fmt::format(" <small>{}</small>", escape_html(step.reason));
    out += "</li>\n";
  }
  out += "</ol>\n";
  return out;
}

std::string write_html_facts(const Facts& facts, const Anchors& anchors) {
  std::string out = "<dl class=\"facts\">\n";
  for (const auto& fact : facts.facts) {
    out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escape_html(fact.label),
                       write_html_lines(fact.value, anchors));
  }
  out += "</dl>\n";
  return out;
}

std::string write_html_items(const Items& items, int level, Anchors& anchors) {
  const bool brief = items.form == ItemForm::brief;
  std::string out = brief ? "<ul class=\"brief\">\n" : "<ul class=\"items\">\n";
  for (const auto& item : items.items) out += brief ? write_brief(item, anchors) : write_full(item, level, anchors);
  out += "</ul>\n";
  return out;
}

std::string write_html_table(const Table& table, std::string_view label, Anchors& anchors) {
  const bool nested = std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.depth > 0; });
  std::string out = fmt::format("<div class=\"scroll\" role=\"group\" tabindex=\"0\" {}>\n<table{}>\n<thead><tr>",
                                label, nested ? " class=\"nested\"" : "");
  for (std::size_t index = 0; index < table.columns.size(); ++index) out += write_column(table, index);
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    // One body per row of depth 0 with the rows that belong to it, because pages break between bodies.
    if (nested && row.depth == 0 && &row != &table.rows.front()) out += "</tbody>\n<tbody>\n";
    out += write_table_row(row, table, anchors);
  }
  out += "</tbody>\n</table>\n</div>\n";
  return out;
}

}  // namespace rung
