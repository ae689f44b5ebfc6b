#pragma once

#include <string>
#include <string_view>

namespace rung {

/// The anchor that GitHub gives a heading with that text, before it counts headings of one text: letters in lower case,
/// marks, digits, underscores, and hyphens stay, spaces become hyphens, and everything else goes.
std::string heading_slug(std::string_view text);

}  // namespace rung
