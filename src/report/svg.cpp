#include <variant>

#include <rung/error.hpp>
#include <rung/report/render.hpp>

#include "html_style.hpp"
#include "svg_drawing.hpp"

namespace rung {

std::string write_svg(const Document& document) {
  for (const auto& element : document)
    if (const auto* radar = std::get_if<Radar>(&element)) return draw_radar(*radar, "radar", drawing_file_css());
  throw Error(ExitCode::usage, "This report has no drawing that could be an SVG file.",
              "A gap report, or a change report on one scale, has one when its ladder has three pillars or more. Ask "
              "for html or text.");
}

}  // namespace rung
