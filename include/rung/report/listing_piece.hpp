#pragma once

#include <string>

#include <rung/report/listing.hpp>
#include <rung/report/render.hpp>

namespace rung {

/// Where a piece of a long listing is.
enum class PiecePlace { first, middle, last };

/// One piece of a listing that is too long to be held: some of its finished assessments, and in the last one the
/// drafts. All pieces, one after the other, are what render() makes of the whole in JSON and CSV; in the formats for
/// people, each piece has a table of its own. Not for HTML.
std::string render_piece(const AssessmentListing& piece, PiecePlace place, Format format,
                         const RenderOptions& options = {});

}  // namespace rung
