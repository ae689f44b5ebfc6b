#include "yaml_errors.hpp"

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <string>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {

/// A message and its place.
struct Explanation {
  std::size_t offset = 0;
  std::string message;
  std::string hint;
};

struct Trouble {
  const Source& source;
  std::string_view complaint;
  std::size_t offset;
  const std::optional<QuotedSpan>& last_quoted;

  [[nodiscard]] std::string_view text() const { return source.text(); }
  [[nodiscard]] std::string_view rest() const { return text().substr(offset); }
  [[nodiscard]] int line() const { return source.position_of(offset).line; }
  [[nodiscard]] bool is(std::string_view words) const { return complaint.substr(0, words.size()) == words; }
};

std::size_t indentation_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

bool has_colon(std::string_view line) {
  line = trim(line);
  return line.find(": ") != std::string_view::npos || (!line.empty() && line.back() == ':');
}

// The number of the last line above `line` with content; 0 if there is none.
int find_line_above(const Source& source, int line) {
  for (int above = line - 1; above > 0; --above) {
    const std::string_view content = trim(source.line(above));
    if (!content.empty() && content.front() != '#') return above;
  }
  return 0;
}

Explanation explain_tab(std::size_t offset) {
  return {offset, "this line is indented with a tab", "indent with spaces only"};
}

std::optional<Explanation> find_tab(const Trouble& trouble) {
  const std::string_view line = trouble.source.line(trouble.line());
  const std::size_t indentation = indentation_of(line);
  if (indentation >= line.size() || line[indentation] != '\t') return std::nullopt;
  return explain_tab(trouble.source.offset_of({trouble.line(), static_cast<int>(indentation) + 1}));
}

// If a closing quote is missing, the text continues to the next quote, lines below, and the error only appears there.
std::optional<Explanation> find_runaway_quote(const Trouble& trouble) {
  if (!trouble.last_quoted || trouble.last_quoted->end > trouble.offset) return std::nullopt;
  const auto [begin, end] = *trouble.last_quoted;
  const std::string_view between = trouble.text().substr(end, trouble.offset - end);
  if (between.find_first_of("\n#,[]{}") != std::string_view::npos) return std::nullopt;
  const int first = trouble.source.position_of(begin).line;
  const int last = trouble.source.position_of(end).line;
  if (first != last) {
    return Explanation{begin, fmt::format("this quote is closed only in line {}, and more text follows there", last),
                       fmt::format("is the closing `{}` missing here?", trouble.text()[begin])};
  }
  if (trim(between).empty() && trouble.line() == last)
    return Explanation{trouble.offset, "there is text after the closing quote", "put the quotes around the whole text"};
  return std::nullopt;
}

Explanation explain_stray_colon(const Trouble& trouble) {
  const int number = trouble.line();
  const std::string_view line = trouble.source.line(number);
  const std::size_t start = trouble.source.offset_of({number, 1});
  if (has_colon(trouble.text().substr(start, trouble.offset - start)))
    return {trouble.offset, "a second `: ` in one line", "put the text that contains it in quotes"};
  const int above = find_line_above(trouble.source, number);
  if (above > 0) {
    const std::string_view line_above = trouble.source.line(above);
    const std::size_t indentation = indentation_of(line_above);
    if (!has_colon(line_above)) {
      return {trouble.source.offset_of({above, static_cast<int>(indentation) + 1}),
              "this line has no colon after its key", "write `key: value`"};
    }
    if (indentation < indentation_of(line)) {
      return {start + indentation_of(line),
              fmt::format("this line is indented further than line {}, which it follows", above),
              fmt::format("indent it like line {}, or put the text of line {} in quotes", above, above)};
    }
  }
  return {trouble.offset, "a `:` cannot stand here", "put text that contains `: ` in quotes"};
}

std::optional<Explanation> find_text_after_bracket(const Trouble& trouble) {
  const std::size_t start = trouble.source.offset_of({trouble.line(), 1});
  const std::string_view before = trim(trouble.text().substr(start, trouble.offset - start));
  if (!before.ends_with(']') && !before.ends_with('}')) return std::nullopt;
  return Explanation{trouble.offset, fmt::format("there is text after the closing `{}`", before.back()),
                     "remove it, or put the whole text in quotes"};
}

Explanation explain_end_of_map(const Trouble& trouble) {
  const std::size_t offset = trouble.offset;
  if (const auto bracket = find_text_after_bracket(trouble)) return *bracket;
  if (trouble.rest().substr(0, 2) == "- ") {
    return {offset, "a list item stands where a key is expected",
            "indent it further than the key whose list it belongs to"};
  }
  return {offset, "the indentation of this line fits none of the lines above",
          "begin it in the same column as the keys it belongs with"};
}

Explanation explain_end_of_list(const Trouble& trouble) {
  if (const auto bracket = find_text_after_bracket(trouble)) return *bracket;
  return {trouble.offset, "this line does not fit the list above it",
          "begin list items with `- `, in the same column as the other items"};
}

// The library only reports the end of the text, so find the bracket that was not closed.
Explanation explain_open_bracket(const Trouble& trouble, char open, char close) {
  int depth = 0;
  for (std::size_t at = std::min(trouble.offset, trouble.text().size()); at-- > 0;) {
    if (trouble.text()[at] == close) ++depth;
    if (trouble.text()[at] == open && depth-- == 0) {
      return {at, fmt::format("this `{}` is never closed, or a comma is missing after it", open),
              fmt::format("close it with `{}`; text that contains brackets or commas needs quotes", close)};
    }
  }
  return {trouble.offset, fmt::format("a `{}` is missing", close), {}};
}

std::optional<Explanation> explain_forbidden_syntax(const Trouble& trouble) {
  using namespace YAML::ErrorMsg;
  for (const char* words : {MULTIPLE_ANCHORS, ANCHOR_NOT_FOUND, CHAR_IN_ANCHOR}) {
    if (trouble.is(words)) {
      return Explanation{trouble.offset, "an anchor (`&name`) is not allowed",
                         "remove it; text that begins with `&` needs quotes"};
    }
  }
  for (const char* words : {MULTIPLE_ALIASES, ALIAS_CONTENT, ALIAS_NOT_FOUND, CHAR_IN_ALIAS, UNKNOWN_ANCHOR}) {
    if (trouble.is(words)) {
      return Explanation{trouble.offset, "an alias (`*name`) is not allowed",
                         "write the value out; text that begins with `*` needs quotes"};
    }
  }
  for (const char* words : {MULTIPLE_TAGS, CHAR_IN_TAG_HANDLE, TAG_WITH_NO_SUFFIX, END_OF_VERBATIM_TAG}) {
    if (trouble.is(words)) {
      return Explanation{trouble.offset, "a tag (`!name`) is not allowed",
                         "remove it; text that begins with `!` needs quotes"};
    }
  }
  return std::nullopt;
}

std::optional<Explanation> explain_character(const Trouble& trouble) {
  using namespace YAML::ErrorMsg;
  if (trouble.is(INVALID_ESCAPE) || trouble.is(INVALID_HEX) || trouble.is(INVALID_UNICODE)) {
    return Explanation{trouble.offset, "this `\\` escape means nothing",
                       "write `\\\\` for a backslash, or use single quotes"};
  }
  if (trouble.is(UNKNOWN_TOKEN)) {
    const std::string_view first = trouble.rest().substr(0, 1);
    const bool is_within =
        trouble.offset > 0 && trouble.text().find_first_of(" \n[{,", trouble.offset - 1) != trouble.offset - 1;
    return Explanation{
        trouble.offset,
        is_within ? fmt::format("a `{}` cannot stand here", first) : fmt::format("text cannot begin with `{}`", first),
        "put the text in quotes"};
  }
  if (trouble.is(FLOW_END)) {
    return Explanation{trouble.offset, fmt::format("this `{}` closes nothing", trouble.rest().substr(0, 1)),
                       "remove it, or put the text in quotes"};
  }
  if (trouble.is(CHAR_IN_BLOCK) || trouble.is(ZERO_INDENT_IN_BLOCK)) {
    return Explanation{trouble.offset, "there is text after the `|` or `>` that begins a block of text",
                       "start the text on the next line, indented"};
  }
  if (trouble.is(DOC_IN_SCALAR)) {
    return Explanation{trouble.offset, "a document marker stands inside of a quoted text",
                       "is a closing quote missing above?"};
  }
  return std::nullopt;
}

Explanation explain(const Trouble& trouble) {
  using namespace YAML::ErrorMsg;
  if (const auto forbidden = explain_forbidden_syntax(trouble)) return *forbidden;
  if (const auto character = explain_character(trouble)) return *character;
  if (const auto quote = find_runaway_quote(trouble)) return *quote;
  if (trouble.is(TAB_IN_INDENTATION)) return find_tab(trouble).value_or(explain_tab(trouble.offset));
  if (const auto tab = find_tab(trouble)) return *tab;
  if (trouble.is(MAP_VALUE) || trouble.is(MAP_KEY)) return explain_stray_colon(trouble);
  if (trouble.is(END_OF_MAP_FLOW)) return explain_open_bracket(trouble, '{', '}');
  if (trouble.is(END_OF_SEQ_FLOW)) return explain_open_bracket(trouble, '[', ']');
  if (trouble.is(END_OF_MAP)) return explain_end_of_map(trouble);
  if (trouble.is(END_OF_SEQ)) return explain_end_of_list(trouble);
  if (trouble.is(BLOCK_ENTRY)) {
    return {trouble.offset, "a list item cannot begin here",
            "put each `- ` on a line of its own; text that begins with `- ` needs quotes"};
  }
  return {trouble.offset, fmt::format("this is not YAML: {}", trouble.complaint), {}};
}

}  // namespace

Diagnostic explain_yaml_error(const Source& source, std::string_view complaint, std::size_t offset,
                              const std::optional<QuotedSpan>& last_quoted) {
  Explanation said = explain({source, complaint, offset, last_quoted});
  if (said.offset < source.text().size() && source.text()[said.offset] == '#')
    said.hint = "put the whole text in quotes, or put a space before the `#` if it begins a comment";
  return source.diagnose(source.position_of(said.offset), 1, std::move(said.message), std::move(said.hint));
}

}  // namespace rung
