#pragma once

#include <string_view>

#include "outline.hpp"

namespace rung {

/// The outline of an HTML page, even if it is invalid.
Parsed<Outline> outline_html(std::string_view text, std::string_view source, const ImportLimits& limits = {});

/// Marks raw HTML in HTML that was rendered from Markdown; followed by its line in the Markdown and ` -->`.
inline constexpr std::string_view line_mark = "<!--rung:";

enum class HtmlOrigin { page, markdown };

/// The same for a text from read_document, or for HTML rendered from Markdown with source positions and line marks; the
/// lines are those of the Markdown.
Parsed<Outline> outline_tree(std::string_view html, std::string_view source, HtmlOrigin origin,
                             const ImportLimits& limits);

}  // namespace rung
