#pragma once

#include <string>
#include <string_view>

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>
#include <rung/text/block.hpp>
#include <rung/text/paint.hpp>

namespace rung {

enum class Format { text, markdown, html, json, csv, svg, yaml };

/// How a text report is drawn; other formats do not look at the width and the paint.
struct RenderOptions {
  int width = 80;  ///< cells; below 20 is taken as 20
  Paint paint;
  std::string radar_file = {};  ///< Markdown: the image of the radar, as a relative path; empty: there is none
};

/// The bytes of `report` in `format`, a line feed at the end. Throws Error(usage) when there is no such form of it: SVG
/// needs something to draw, YAML a ladder. Whatever a user wrote comes out inert: it can neither
/// drive a terminal nor become markup. JSON keeps it to the letter, escaped.
std::string render(const Report& report, Format format, const RenderOptions& options = {});

/// Lines of at most `width` cells, for painting with `glyphs`.
Block lay_out(const Document& document, int width, Glyphs glyphs = Glyphs::unicode);

/// GitHub flavoured Markdown without HTML. Only links that is_link accepts become links.
std::string write_markdown(const Document& document, const std::string& radar_file = {});

/// One self-contained page: no script, nothing from elsewhere, light and dark, fit to be printed.
std::string write_html(const Document& document);

/// The first radar of the document as an SVG file. Throws Error(usage) when it has none.
std::string write_svg(const Document& document);

/// RFC 4180, UTF-8, a line of column names first. Of a gap report: every behavior, as list_rows gives it; of a change
/// report and a ladder: every behavior; of a listing: every entry.
std::string write_csv(const Report& report);

/// `{"schema": 1, "kind": "gap report" | "change report" | "assessments" | "ladders" | "ladder" | "ladder diff" |
/// "next level", …}`: every figure of
/// the report, keys in a fixed order.
std::string write_json(const Report& report);

}  // namespace rung
