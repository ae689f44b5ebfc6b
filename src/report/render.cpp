#include <rung/report/render.hpp>

#include <rung/report/compose.hpp>
#include <rung/text/paint.hpp>

namespace rung {

std::string render(const Report& report, Format format, const RenderOptions& options) {
  switch (format) {
    case Format::text:
      return paint(lay_out(compose(report), options.width), options.paint);
    case Format::markdown:
      return write_markdown(compose(report));
    case Format::json:
      return write_json(report);
  }
  return {};
}

}  // namespace rung
