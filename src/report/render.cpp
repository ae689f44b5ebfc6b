#include <rung/report/render.hpp>

#include <algorithm>

#include <rung/error.hpp>
#include <rung/ladder/write.hpp>

#include "html.hpp"
#include "kinds.hpp"
#include "markdown.hpp"
#include "svg.hpp"
#include "text.hpp"

namespace rung {
namespace {

constexpr FormatRow rows[] = {
    {Format::text, "text", {".txt"}, Offer::always},
    {Format::markdown, "markdown", {".md", ".markdown"}, Offer::always},
    {Format::html, "html", {".html", ".htm"}, Offer::always},
    {Format::json, "json", {".json"}, Offer::always},
    {Format::csv, "csv", {".csv"}, Offer::always},
    {Format::svg, "svg", {".svg"}, Offer::with_drawings},
    {Format::yaml, "yaml", {".yaml", ".yml"}, Offer::of_ladders},
};

std::string write_yaml(const Report& report) {
  if (const auto* page = std::get_if<LadderPage>(&report)) return write_ladder(page->ladder);
  throw Error(ExitCode::usage, "only a ladder can be written as YAML", "take JSON for this one: --format json");
}

}  // namespace

std::span<const FormatRow> formats() { return rows; }

std::string_view name_of(const Report& report) {
  return std::visit([](const auto& kind) { return row_of(kind).name; }, report);
}

std::string render(const Document& document, Format format, const RenderOptions& options) {
  if (format == Format::markdown) return write_markdown(document, options.radar_file);
  if (format == Format::html) return write_html(document);
  if (format == Format::svg) return write_svg(document);
  return paint(lay_out(document, options.width, options.paint.glyphs), options.paint);
}

std::string render(const Report& report, Format format, const RenderOptions& options) {
  if (format == Format::json) return std::visit([](const auto& kind) { return row_of(kind).json(kind); }, report);
  if (format == Format::csv) return std::visit([](const auto& kind) { return row_of(kind).csv(kind); }, report);
  if (format == Format::yaml) return write_yaml(report);
  return render(compose(report, format == Format::text ? Extent::overview : Extent::whole), format, options);
}

}  // namespace rung
