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

/// How a report is drawn; only text has a width and a paint.
struct RenderOptions {
  int width = 80;  ///< cells; below 20 is taken as 20
  Paint paint;
  Extent extent = Extent::full;
};

/// Which commands offer a format: all that report, or only those that name it, because it suits few reports.
enum class Offer { always, where_it_suits };

/// Everything about one format.
struct FormatRow {
  Format format;
  std::string_view name;                    ///< as the command line has it
  std::array<std::string_view, 2> endings;  ///< of file names, in lower case; the second may be empty
  Offer offer;
  /// The bytes of a document; nullptr for a format that is made of the report itself.
  std::string (*draw)(const Document&, const RenderOptions&);
  /// The bytes of a report; nullptr for a format that is made of its document.
  std::string (*write)(const Report&);
};

/// A row for each format, in the order in which they are offered.
std::span<const FormatRow> formats();

/// The bytes of `report` in `format`, a line feed at the end. Throws Error(usage) when there is no such form of it: SVG
/// needs something to draw, YAML a ladder. Whatever a user wrote comes out inert: it can neither
/// drive a terminal nor become markup. JSON keeps it to the letter, escaped.
std::string render(const Report& report, Format format, const RenderOptions& options = {});

/// The same of a document, in a format that is made of one.
std::string render(const Document& document, Format format, const RenderOptions& options = {});

/// The kind of the report as its JSON states it, such as `gap report`.
std::string_view name_of(const Report& report);

}  // namespace rung
