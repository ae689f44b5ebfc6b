#include <rung/report/listing_piece.hpp>

#include <cassert>
#include <string_view>

#include <fmt/format.h>

#include <rung/report/compose.hpp>
#include <rung/report/report.hpp>

namespace rung {
namespace {

// The items of the first list, optionally with the text before or after. JSON strings contain no literal line feeds.
std::string cut_json(std::string_view whole, PiecePlace place) {
  constexpr std::string_view before = "\"finished\": [";
  constexpr std::string_view after = "\n  ],\n  \"drafts\": ";
  const std::size_t begin = whole.find(before) + before.size();
  const std::size_t end = whole.rfind(after);
  // An empty list is closed in its own line.
  assert(end != std::string_view::npos && begin <= end);
  if (place == PiecePlace::first) return std::string(whole.substr(0, end));
  return fmt::format(",{}", place == PiecePlace::middle ? whole.substr(begin, end - begin) : whole.substr(begin));
}

}  // namespace

std::string render_piece(const AssessmentListing& piece, PiecePlace place, Format format,
                         const RenderOptions& options) {
  assert(!piece.finished.empty() && format != Format::html);
  if (format == Format::json) return cut_json(render(Report(piece), format, options), place);
  if (format == Format::csv) {
    std::string rows = render(Report(piece), format, options);
    if (place != PiecePlace::first) rows.erase(0, rows.find('\n') + 1);
    return rows;
  }
  Document document = compose(piece);
  if (place == PiecePlace::first) return render(document, format, options);
  document.erase(document.begin());
  return fmt::format("\n{}", render(document, format, options));
}

}  // namespace rung
