#include <rung/report/render.hpp>

#include <cassert>
#include <variant>

#include <rung/error.hpp>
#include <rung/ladder/write.hpp>

#include "html.hpp"
#include "kinds.hpp"
#include "markdown.hpp"
#include "svg.hpp"
#include "text.hpp"

namespace rung {
namespace {

std::string draw_text(const Document& document, const RenderOptions& options) {
  return paint(lay_out(document, options.width, options.paint.glyphs), options.paint);
}

std::string draw_markdown(const Document& document, const RenderOptions& /*options*/) {
  return write_markdown(document);
}

std::string draw_html(const Document& document, const RenderOptions& /*options*/) { return write_html(document); }

std::string draw_svg(const Document& document, const RenderOptions& /*options*/) { return write_svg(document); }

std::string write_json_of(const Report& report) {
  return std::visit([](const auto& kind) { return row_of(kind).json(kind); }, report);
}

std::string write_csv_of(const Report& report) {
  return std::visit([](const auto& kind) { return row_of(kind).csv(kind); }, report);
}

std::string write_yaml(const Report& report) {
  if (const auto* page = std::get_if<LadderPage>(&report)) return write_ladder(page->ladder);
  throw Error(ExitCode::usage, "only a ladder can be written as YAML", "take JSON for this one: --format json");
}

constexpr FormatRow rows[] = {
    {Format::text, "text", {".txt"}, Offer::always, draw_text, nullptr},
    {Format::markdown, "markdown", {".md", ".markdown"}, Offer::always, draw_markdown, nullptr},
    {Format::html, "html", {".html", ".htm"}, Offer::always, draw_html, nullptr},
    {Format::json, "json", {".json"}, Offer::always, nullptr, write_json_of},
    {Format::csv, "csv", {".csv"}, Offer::always, nullptr, write_csv_of},
    {Format::svg, "svg", {".svg"}, Offer::where_it_suits, draw_svg, nullptr},
    {Format::yaml, "yaml", {".yaml", ".yml"}, Offer::where_it_suits, nullptr, write_yaml},
};

const FormatRow& row_of(Format format) {
  const auto index = static_cast<std::size_t>(format);
  assert(index < std::size(rows) && rows[index].format == format);
  return rows[index];
}

}  // namespace

std::span<const FormatRow> formats() { return rows; }

std::string_view name_of(const Report& report) {
  return std::visit([](const auto& kind) { return row_of(kind).name; }, report);
}

std::string render(const Document& document, Format format, const RenderOptions& options) {
  const FormatRow& row = row_of(format);
  assert(row.draw != nullptr);
  return row.draw(document, options);
}

std::string render(const Report& report, Format format, const RenderOptions& options) {
  const FormatRow& row = row_of(format);
  if (row.write != nullptr) return row.write(report);
  return row.draw(compose(report, options.extent), options);
}

}  // namespace rung
