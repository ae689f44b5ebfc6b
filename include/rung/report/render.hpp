#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include <rung/report/compose.hpp>
#include <rung/report/document.hpp>
#include <rung/report/report.hpp>
#include <rung/text/paint.hpp>

namespace rung {

enum class Format { text, markdown, html, json, csv, svg, yaml };

/// The options of rendering; only text uses width and paint.
struct RenderOptions {
  int width = 80;  ///< cells; at least 20
  Paint paint;
  Extent extent = Extent::full;
};

/// The commands that offer a format: all that report, or only those that name it, because it fits few reports.
enum class Offer { always, where_it_suits };

/// Everything about one format.
struct FormatRow {
  Format format;
  std::string_view name;                    ///< its name on the command line
  std::array<std::string_view, 2> endings;  ///< of file names, in lowercase; the second may be empty
  Offer offer;
  /// Renders a document; nullptr for a format that is written from the report itself.
  std::string (*draw)(const Document&, const RenderOptions&);
  /// Renders a report; nullptr for a format that is written from its document.
  std::string (*write)(const Report&);
};

/// One row per format, in the order in which they are offered.
std::span<const FormatRow> formats();

/// The bytes of `report` in `format`, with a line feed at the end. Throws Error(usage) if the report has no such form:
/// SVG needs something to draw, and YAML a ladder. Users' text is escaped: it can neither control a terminal nor become
/// markup. JSON keeps it exactly.
std::string render(const Report& report, Format format, const RenderOptions& options = {});

/// The same for a document, in a format that is written from one.
std::string render(const Document& document, Format format, const RenderOptions& options = {});

/// The kind of the report as its JSON states it, such as `gap report`.
std::string_view name_of(const Report& report);

}  // namespace rung
