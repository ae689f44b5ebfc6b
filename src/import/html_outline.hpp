#pragma once

#include <string_view>

#include <rung/import/outline.hpp>

#include "line_map.hpp"

namespace rung {

enum class HtmlOrigin { page, markdown };

/// The outline of `html`, which is clean text; lines are what `lines` makes of its own.
Parsed<Outline> read_html(std::string_view html, std::string_view source, HtmlOrigin origin, const LineMap& lines,
                          const ImportLimits& limits);

}  // namespace rung
