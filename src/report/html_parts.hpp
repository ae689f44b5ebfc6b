#pragma once

#include <string>
#include <string_view>

#include <rung/report/document.hpp>

#include "anchors.hpp"

// The text elements of a page: tables, items, facts, and verdicts.
namespace rung {

/// ` class="…"`; nothing without names.
std::string write_class(std::string_view names);

/// The class names of a square, a row, or an item: its side, and `ev` for evidence.
std::string_view classes_of(const Standpoint& standpoint);

/// Text for screen readers only.
std::string write_unseen(std::string_view words);

/// The first elements of a document, one per line.
struct TitleWords {
  std::string title = "Rung";
  std::string facts;  ///< its aside, else the paragraph that follows it; may be empty
};
TitleWords find_title(const Document& document);

std::string write_html_judgement(const Judgement& judgement, const Anchors& anchors);
std::string write_html_steps(const Steps& steps, const Anchors& anchors);
std::string write_html_facts(const Facts& facts, const Anchors& anchors);

/// `level` is the heading level of items.
std::string write_html_items(const Items& items, int level, Anchors& anchors);

/// A table in a box that scrolls by itself, named by `label`, an attribute such as `aria-labelledby="_1"`.
std::string write_html_table(const Table& table, std::string_view label, Anchors& anchors);

}  // namespace rung
