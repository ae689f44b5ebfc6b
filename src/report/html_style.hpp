#pragma once

#include <string>
#include <string_view>

namespace rung {

/// The colours of both schemes as custom properties: all text reaches a contrast of 4.5 on what it stands on.
std::string palette_css();
/// The looks of everything inside a drawing; needs the palette.
std::string_view drawing_css();
/// The same for a drawing that is a file of its own, in both schemes, without the palette.
std::string drawing_file_css();
/// The looks of a page, on screens of any width and on paper; needs the palette.
std::string_view page_css();

}  // namespace rung
