#pragma once

#include <string>

#include <rung/report/listing.hpp>
#include <rung/report/render.hpp>

namespace rung {

/// The position of a piece in a long listing.
enum class PiecePlace { first, middle, last };

/// One piece of a listing that is too long to keep in memory: some of its finished assessments and, in the last piece,
/// the drafts. In JSON and CSV, the pieces together are the same as render() of the whole; in other formats, each piece
/// has its own table. Not for HTML.
std::string render_piece(const AssessmentListing& piece, PiecePlace place, Format format,
                         const RenderOptions& options = {});

}  // namespace rung
