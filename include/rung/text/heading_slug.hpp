#pragma once

#include <string>
#include <string_view>

namespace rung {

/// The anchor that GitHub gives a heading with this text, before it numbers duplicates: letters become lowercase;
/// marks, digits, underscores, and hyphens stay; spaces become hyphens; everything else is removed.
std::string heading_slug(std::string_view text);

}  // namespace rung
