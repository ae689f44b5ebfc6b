#include "html_elements.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include <rung/text/width.hpp>

#include "html_text.hpp"

namespace rung {
namespace {

std::string_view class_of(Tone tone) {
  switch (tone) {
    case Tone::good:
    case Tone::come:
      return " good";
    case Tone::warning:
      return " warning";
    case Tone::bad:
    case Tone::gone:
      return " bad";
    case Tone::plain:
    case Tone::strong:
    case Tone::muted:
    case Tone::key:
      return "";
  }
  return "";
}

std::string write_verdict(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed:
      return "<span class=\"badge good\">✓ passed</span>";
    case Verdict::failed:
      return "<span class=\"badge bad\">✗ failed</span>";
    case Verdict::no_basis:
      return "<span class=\"badge\">– open</span>";
  }
  return {};
}

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
  std::string content;
  if (cell.meter && cell.meter->has_basis()) {
    content = fmt::format(
        "<span class=\"meter\" aria-hidden=\"true\"><span style=\"width:{}%\"></span></span><span "
        "class=\"figure\">{}</span>",
        percent(*cell.meter), write_html_inline(cell.text));
  } else {
    content = write_html_inline(cell.text);
  }
  const auto side = classes_of(column);
  if (heads_row && !content.empty())
    return fmt::format("<th scope=\"row\" class=\"{}\" dir=\"auto\">{}</th>", side, content);
  return fmt::format("<td class=\"{}\">{}</td>", side, content);
}

std::string write_item(const Item& item) {
  std::string out = "<li>\n<p class=\"what\" dir=\"auto\">" + write_html_inline(item.title);
  for (const auto& tag : item.tags)
    out += fmt::format(" <span class=\"badge{}\">{}</span>", class_of(tag.tone), escape_html(tag.text));
  if (!item.aside.empty()) out += " " + write_html_inline(item.aside);
  out += "</p>\n";
  for (const auto& detail : item.details) out += "<p class=\"detail\">" + write_html_inline(detail) + "</p>\n";
  if (!item.notes.empty()) out += "<dl class=\"notes\">\n";
  for (const auto& note : item.notes)
    out += fmt::format("<dt>{}</dt><dd dir=\"auto\">{}</dd>\n", escape_html(note.label), write_html_lines(note.value));
  if (!item.notes.empty()) out += "</dl>\n";
  return out + "</li>\n";
}

std::string write_brief(const Item& item) {
  std::string out = "<li><span dir=\"auto\">" + write_html_inline(item.title) + "</span>";
  if (!item.aside.empty()) out += " <span class=\"aside\">" + write_html_inline(item.aside) + "</span>";
  return out + "</li>\n";
}

}  // namespace

std::string write_html_checks(const Checks& checks) {
  std::string out = "<ul class=\"checks\">\n";
  for (const auto& check : checks.checks) {
    out += fmt::format("<li>{} <strong>{}</strong> <span class=\"finding\">{}</span></li>\n",
                       write_verdict(check.verdict), write_html_inline(check.name), write_html_inline(check.finding));
  }
  return out + "</ul>\n";
}

std::string write_html_items(const Items& items) {
  const bool brief = items.form == ItemForm::brief;
  std::string out = brief ? "<ul class=\"brief\">\n" : "<ul class=\"items\">\n";
  for (const auto& item : items.items) out += brief ? write_brief(item) : write_item(item);
  return out + "</ul>\n";
}

std::string write_html_table(const Table& table, std::string_view label, std::string_view kind_of_plain) {
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
  return out + "</tbody>\n</table>\n</div>\n";
}

}  // namespace rung
