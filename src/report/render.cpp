#include <rung/report/render.hpp>

#include <rung/report/compose.hpp>
#include <rung/text/paint.hpp>

namespace rung {

std::string render(const Report& report, Format format, const RenderOptions& options) {
  switch (format) {
    case Format::text:
      return paint(lay_out(compose(report), options.width, options.paint.glyphs), options.paint);
    case Format::markdown:
      return write_markdown(compose(report), options.radar_file);
    case Format::html:
      return write_html(compose(report));
    case Format::json:
      return write_json(report);
    case Format::csv:
      return write_csv(report);
    case Format::svg:
      return write_svg(compose(report));
  }
  return {};
}

}  // namespace rung
