#pragma once

#include <string>
#include <string_view>

namespace rung {

/// `text`, one line without line breaks, as Markdown that reads as that text and nothing else: no emphasis, HTML, link,
/// image, list or heading. A bare address does not become a link. Unsafe characters come out visible.
std::string escape_markdown(std::string_view text);

/// Whether a text stands in a cell of a table, where a bar ends it even inside of code.
enum class Surroundings { lines, cell };

/// `text` as a code span, with a fence that it does not contain. In a cell, a text in which parsers disagree on what is
/// code (a backslash before a bar) is escaped instead.
std::string write_code_span(std::string_view text, Surroundings surroundings);

/// An address as the target of a link: whatever could end it is percent-encoded.
std::string write_link_target(std::string_view address);

}  // namespace rung
