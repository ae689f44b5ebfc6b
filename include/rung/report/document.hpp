#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <rung/analysis/share.hpp>
#include <rung/text/table.hpp>

namespace rung {

/// What a piece of text is for. `gone` and `come` are words that a text lost and gained.
enum class Tone { plain, strong, muted, good, warning, bad, key, gone, come };

/// Text in one tone. It is as the user wrote it, line breaks included: each renderer makes it inert in its own way.
/// A no-break space keeps two words on one line and is written as a space where the lines are done.
struct Run {
  std::string text;
  Tone tone = Tone::plain;
  std::string link = {};  ///< where the text leads; empty for nowhere. Renderers check it with is_link.
};

using Inline = std::vector<Run>;

inline Run text(std::string words, Tone tone = Tone::plain) { return {std::move(words), tone, {}}; }

struct Heading {
  int level = 1;  ///< 1 (the title) to 3
  Inline text;
};

inline Heading heading(int level, std::string words) { return {level, {text(std::move(words))}}; }

struct Paragraph {
  Inline text;
};

inline Paragraph paragraph(std::string words, Tone tone = Tone::plain) { return {{text(std::move(words), tone)}}; }

struct Fact {
  std::string label;
  Inline value;
};

inline Fact fact(std::string label, std::string value, Tone tone = Tone::plain) {
  return {std::move(label), {text(std::move(value), tone)}};
}

/// Short facts, one a line.
struct Facts {
  std::vector<Fact> facts;
};

struct Tag {
  std::string text;
  Tone tone = Tone::plain;
};

struct Check {
  Tag verdict;
  Inline name;
  Inline finding;
};

/// Conditions with their verdicts.
struct Checks {
  std::array<std::string, 3> headings;  ///< of names, verdicts, and findings, for forms that need them
  std::vector<Check> checks = {};
};

/// Whether neighbouring columns of small figures may move together where there is little room.
enum class Spacing { apart, close };

/// What a table gives up first where there is little room.
enum class Presence { always, when_wide };

struct Column {
  std::string heading;
  Align align = Align::left;
  Presence presence = Presence::always;
  Spacing spacing = Spacing::apart;
};

struct Cell {
  Inline text;
  std::optional<Share> meter = {};  ///< drawn before the text where the form allows it
};

inline Cell cell(std::string words, Tone tone = Tone::plain) { return {{text(std::move(words), tone)}, {}}; }

struct Row {
  int depth = 0;  ///< 1 for a row that belongs to the last one of depth 0
  std::vector<Cell> cells;
};

/// Whether the first column may wrap so that other columns fit. What people copy from it may not.
enum class Names { may_wrap, whole };

struct Table {
  std::vector<Column> columns;
  std::vector<Row> rows = {};
  Names names = Names::may_wrap;
};

inline Table table_of(std::vector<Column> columns) { return {std::move(columns)}; }

struct Item {
  Inline title;
  std::vector<Tag> tags = {};
  std::vector<Inline> details = {};
  std::vector<Fact> notes = {};  ///< labeled texts that may be long
  Inline aside = {};             ///< a short figure at the end of a brief item
};

/// `brief`: a line each; title and aside only, and the title may be cut.
enum class ItemForm { full, brief };

struct Items {
  ItemForm form = ItemForm::full;
  std::vector<Item> items = {};
};

/// A sentence that stands apart.
struct Callout {
  Inline text;
};

/// One behavior in a strip.
struct StripCell {
  std::string mark;                  ///< one cell wide: the rating, or a letter for the state
  std::string name;                  ///< the rating or the state in words
  std::optional<std::size_t> point;  ///< the index of the rating on the scale; absent when not rated
  Tone tone = Tone::plain;           ///< good at or above target, warning or bad below, else muted
};

struct StripRow {
  std::string label;
  int depth = 0;  ///< 1 for a row that belongs to the last one of depth 0; rows of depth 0 may have no cells
  std::vector<StripCell> cells;
};

/// All behaviors by responsibility, one mark each, in ladder order. As a drawing: a stacked bar for each row.
struct Strip {
  std::vector<std::string> points;  ///< the labels of the scale, lowest first
  std::vector<StripRow> rows = {};
  std::string legend = {};                   ///< the marks that are no ratings, as far as they occur; may be empty
  std::array<std::string, 2> headings = {};  ///< of labels and marks, for forms that need them
};

struct RadarSeries {
  std::string name;
  std::vector<std::optional<Share>> values;  ///< one for each axis; absent, or without a basis: there is none
};

/// Pillars around a centre, shares outwards. Only for forms that can draw; what it shows stands in tables too.
struct Radar {
  std::string title;
  std::string description;            ///< what is to be seen, in a sentence, for those who cannot see it
  std::vector<std::string> axes;      ///< the name of each, with its share in figures
  std::vector<RadarSeries> series;    ///< one, or before and after
  std::optional<double> needed = {};  ///< 0 to 1: what each share needs
  std::string needed_name = {};       ///< what the legend calls that, and the rings
  std::string rings_name = {};
};

struct Curve {
  std::string name;
  std::vector<std::optional<Share>> values;  ///< one for each time; absent: there is none
};

/// Shares over time, one curve below the other.
struct Curves {
  std::vector<std::string> times;
  std::vector<Curve> curves;
};

/// A table under a line that unfolds it.
struct Fold {
  Inline summary;
  Table table;
};

/// A section of tables that can be folded away, heading and all; left out of forms for which it would be too long.
struct Details {
  std::string heading;
  std::vector<Fold> folds;
};

using Element = std::variant<Heading, Paragraph, Facts, Checks, Table, Items, Callout, Strip, Radar, Curves, Details>;

/// A report as a sequence of elements, the same for every form it may take.
using Document = std::vector<Element>;

}  // namespace rung
