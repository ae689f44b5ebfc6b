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

/// The purpose of a piece of text. `gone` and `come` are words that a text lost and gained.
enum class Tone { plain, strong, muted, good, warning, bad, key, gone, come };

/// What goes first where there is little room: columns, and words about columns that went.
enum class Presence { always, when_wide };

/// Text in one tone. It is as the user wrote it, line breaks included: each renderer makes it inert in its own way.
/// A no-break space keeps two words on one line and is written as a space where the lines are done.
struct Run {
  std::string text;
  Tone tone = Tone::plain;
  /// The target of a link, or empty. `#id` refers to a place in the document and is written only in formats that have
  /// such places; renderers check any other target with is_link.
  std::string link = {};
  Presence presence = Presence::always;  ///< when_wide: not in a terminal where the table above gave up columns
};

using Inline = std::vector<Run>;

inline Run text(std::string words, Tone tone = Tone::plain) { return {std::move(words), tone, {}}; }

/// A text that links to the heading, item, or row with that id.
inline Run link_to(std::string id, std::string words, Tone tone = Tone::plain) {
  return {std::move(words), tone, id.insert(0, "#")};
}

struct Heading {
  int level = 1;  ///< 1 (the title) to 3
  Inline text;
  std::string id = {};  ///< the target for links; if empty, the renderer chooses one
  Inline aside = {};    ///< short facts on the same line, such as a date
};

inline Heading heading(int level, std::string words, std::string id = {}) {
  return {level, {text(std::move(words))}, std::move(id), {}};
}

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

/// Short facts, one per line.
struct Facts {
  std::vector<Fact> facts;
};

struct Tag {
  std::string text;
  Tone tone = Tone::plain;
};

/// Whether adjacent columns of small figures may move closer together if space is tight.
enum class Spacing { apart, close };

struct Column {
  std::string heading;
  Align align = Align::left;
  Presence presence = Presence::always;
  Spacing spacing = Spacing::apart;
};

struct Cell {
  Inline text;
  std::optional<Share> meter = {};  ///< drawn before the text if the format allows it
};

inline Cell cell(std::string words, Tone tone = Tone::plain) { return {{text(std::move(words), tone)}, {}}; }

/// The position of a rating relative to its target; `none` is any state without a rating.
enum class TargetSide { none, below, at, above };

/// What a square or a row shows about one behavior in addition to its words.
struct Standpoint {
  TargetSide side = TargetSide::none;
  bool has_evidence = false;  ///< evidence that counts

  friend bool operator==(const Standpoint&, const Standpoint&) = default;
};

struct Row {
  int depth = 0;  ///< 1 for a row that belongs to the last one of depth 0
  std::vector<Cell> cells;
  std::string id = {};                        ///< what links lead to; empty for none
  std::optional<Standpoint> standpoint = {};  ///< of a row about one behavior
};

/// Whether the first column may wrap so that other columns fit. A column that people copy from may not.
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
  std::vector<Fact> notes = {};               ///< labeled texts that may be long
  Inline aside = {};                          ///< a short figure after the title
  Inline body = {};                           ///< the full text behind the title
  std::string id = {};                        ///< what links lead to; empty for none
  std::optional<Standpoint> standpoint = {};  ///< of an item about one behavior
};

/// `apart`: as `full`, with blank lines between the items in a terminal. `brief`: a line each; title and aside only,
/// and the title may be cut. `joined`: in a terminal, the titles and asides one after the other; elsewhere as `full`.
enum class ItemForm { full, apart, brief, joined };

struct Items {
  ItemForm form = ItemForm::full;
  std::vector<Item> items = {};
};

/// A separate sentence.
struct Callout {
  Inline text;
};

/// One condition in a line of conditions: its verdict as a symbol and a word, and what was found.
struct Gauge {
  std::string sign;  ///< one cell wide
  std::string word;  ///< the meaning of the symbol, for screen readers
  Inline text;
  Tone tone = Tone::plain;
};

/// The verdict of a report in a sentence or two, and the conditions behind it.
struct Judgement {
  Tone tone = Tone::plain;  ///< good, bad, or plain
  Inline text;
  std::vector<Gauge> gauges = {};
};

/// What to do next, numbered.
struct Step {
  std::string group;  ///< such as a pillar; may be empty
  Inline title;
  std::string move;    ///< a short figure, such as `2 → 3`; may be empty
  std::string reason;  ///< why it is there
};

struct Steps {
  std::vector<Step> steps = {};
  Inline others = {};  ///< in a terminal, right below the steps: what else could have been one
};

/// One behavior on a map.
struct Square {
  std::string mark;  ///< one cell wide: the rating, or a letter for the state
  std::string name;  ///< the behavior and its rating in words
  Standpoint standpoint;
  std::string id = {};  ///< the target of the square's link, or empty
};

struct MapGroup {
  std::string title;  ///< the responsibility
  std::vector<Square> squares;
};

struct MapRow {
  std::string title;  ///< the pillar
  std::vector<MapGroup> groups;
  std::optional<Share> share = {};  ///< drawn as a bar and written as a figure; absent if there is nothing to judge
  std::optional<double> gate = {};  ///< 0 to 1: where the tick is; absent for none
  std::string remark = {};          ///< what it needs, such as `needs 5`; empty unless it is short
};

/// All behaviors by responsibility, one square each, in ladder order.
struct Map {
  std::array<std::string, 3> headings;  ///< of rows, squares, and shares, for formats that need them
  std::vector<MapRow> rows = {};
  std::vector<Tag> legend = {};  ///< the letters that occur, and what they mean
};

/// A share at two times.
struct Dumbbell {
  std::string title;
  Share before;
  Share after;
  std::optional<double> gate = {};  ///< 0 to 1: where the tick is; absent for none
  std::string remark = {};          ///< what moved, in a few words
};

struct Dumbbells {
  std::array<std::string, 4> headings;  ///< of titles, before, after, and remarks, for formats that need them
  std::vector<Dumbbell> rows = {};
};

struct MatrixRow {
  std::string title;
  std::vector<Square> squares;  ///< one per time; none in a heading row
  std::string remark = {};
};

/// Behaviors by date, in squares.
struct Matrix {
  std::string heading;  ///< of the titles, for formats that need it
  std::vector<std::string> times;
  std::vector<MatrixRow> rows = {};
  std::vector<Tag> legend = {};
};

/// A list of links to the headings of level 2 that follow. Text and Markdown leave it out.
struct Contents {};

struct Curve {
  std::string name;
  std::vector<std::optional<Share>> values;  ///< one per time; absent if there is none
  std::optional<double> gate = {};           ///< 0 to 1: where the tick is; absent for none
};

/// Shares over time, as curves below each other.
struct Curves {
  std::vector<std::string> times;
  std::vector<Curve> curves;
  std::vector<double> places = {};  ///< 0 to 1: the position of each time on its axis; evenly spaced if empty
};

struct Fold;

using Element = std::variant<Heading, Paragraph, Facts, Table, Items, Callout, Judgement, Steps, Map, Dumbbells, Matrix,
                             Contents, Curves, Fold>;

/// A report as a sequence of elements, the same for every format.
using Document = std::vector<Element>;

/// Whether a terminal shows content that other formats fold away.
enum class InTerminal { shown, left_out };

/// Elements under a heading that unfolds them, if the format can fold. Tables in it stay folded in print.
struct Fold {
  Heading heading;
  Document content;
  InTerminal in_terminal = InTerminal::shown;
};

}  // namespace rung
