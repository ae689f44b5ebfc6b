#pragma once

#include <string_view>

#include "outline.hpp"

namespace rung {

/// The outline of an HTML page, however broken.
Parsed<Outline> outline_html(std::string_view text, std::string_view source, const ImportLimits& limits = {});

/// Stands in HTML that was rendered from Markdown, before raw HTML: then the line of the Markdown it begins at, and
/// ` -->`.
inline constexpr std::string_view line_mark = "<!--rung:";

enum class HtmlOrigin { page, markdown };

/// The same of a text that read_document returned, or of HTML that was rendered from Markdown with source positions and
/// line marks; its lines are those of the Markdown.
Parsed<Outline> outline_tree(std::string_view html, std::string_view source, HtmlOrigin origin,
                             const ImportLimits& limits);

}  // namespace rung
