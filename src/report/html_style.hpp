#pragma once

#include <string>
#include <string_view>

namespace rung {

/// The colors of both schemes as custom properties: text has a contrast of at least 4.5, and graphics at least 3. With
/// forced colors, the system's colors are used.
std::string palette_css();
/// The looks of everything inside a drawing; needs the palette.
std::string_view drawing_css();
/// The same for a drawing that is a file of its own, in the light scheme, without the palette.
std::string drawing_file_css();
/// The looks of a page on screens of any width; needs the palette.
std::string_view page_css();
/// The looks of a page on paper, with `foot` at the foot of each sheet.
std::string paper_css(std::string_view foot);

/// `css` without unnecessary spaces. Strings in it must not have a space after `{`, `}`, `;`, `:`, or `,`.
std::string compact_css(std::string_view css);

}  // namespace rung
