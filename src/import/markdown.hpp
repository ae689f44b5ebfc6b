#pragma once

#include <string_view>

#include "outline.hpp"

namespace rung {

/// The outline of GitHub Flavored Markdown, including HTML. Bare addresses are text, not links.
Parsed<Outline> outline_markdown(std::string_view text, std::string_view source, const ImportLimits& limits = {});

}  // namespace rung
