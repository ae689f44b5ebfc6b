#include <rung/report/render.hpp>

#include <rung/error.hpp>
#include <rung/ladder/write.hpp>
#include <rung/report/compose.hpp>
#include <rung/text/paint.hpp>

namespace rung {
namespace {

std::string write_yaml(const Report& report) {
  if (const auto* page = std::get_if<LadderPage>(&report)) return write_ladder(page->ladder);
  throw Error(ExitCode::usage, "only a ladder can be written as YAML", "take JSON for this one: --format json");
}

}  // namespace

std::string render(const Report& report, Format format, const RenderOptions& options) {
  switch (format) {
    case Format::text:
      return paint(lay_out(compose(report, Extent::overview), options.width, options.paint.glyphs), options.paint);
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
    case Format::yaml:
      return write_yaml(report);
  }
  return {};
}

}  // namespace rung
