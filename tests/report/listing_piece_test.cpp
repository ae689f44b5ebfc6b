#include <rung/report/listing_piece.hpp>

#include <string>

#include "catch.hpp"

using namespace rung;

namespace {

AssessmentListing make_long_listing(int count) {
  AssessmentListing listing;
  for (int number = 0; number < count; ++number) {
    AssessmentHead head;
    head.ladder_title = "Baker, \"finished\": [";
    head.rater = {"Kim", RaterRole::self};
    head.label = number % 2 == 0 ? "=1+1" : "two\nlines";
    head.on = std::chrono::year(2026) / 3 / 14;
    listing.finished.push_back(summarize(head, "baker/" + std::to_string(100 + number)));
  }
  return listing;
}

/// What the pieces of at most `size` give together.
std::string join_pieces(const AssessmentListing& whole, std::size_t size, Format format) {
  std::string joined;
  for (std::size_t from = 0; from < whole.finished.size(); from += size) {
    AssessmentListing piece;
    const bool is_last = from + size >= whole.finished.size();
    for (std::size_t at = from; at < std::min(from + size, whole.finished.size()); ++at)
      piece.finished.push_back(whole.finished[at]);
    if (is_last) piece.drafts = whole.drafts;
    joined += render_piece(piece,
                           from == 0 ? PiecePlace::first
                           : is_last ? PiecePlace::last
                                     : PiecePlace::middle,
                           format);
  }
  return joined;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("the pieces of a listing are as data what the whole is", "[report]") {
  AssessmentListing whole = make_long_listing(7);
  for (const bool has_drafts : {false, true}) {
    if (has_drafts) whole.drafts = make_long_listing(2).finished;
    for (const Format format : {Format::json, Format::csv})
      for (const std::size_t size : {1U, 2U, 3U, 4U, 6U}) {
        INFO(size << " in a piece");
        CHECK(join_pieces(whole, size, format) == render(Report(whole), format));
      }
  }
}

TEST_CASE("the pieces of a listing for people have one heading and every row", "[report]") {
  AssessmentListing whole = make_long_listing(7);
  whole.drafts = make_long_listing(1).finished;
  for (const Format format : {Format::text, Format::markdown}) {
    const std::string joined = join_pieces(whole, 3, format);
    CHECK(count(joined, "Assessments\n") == 1);
    CHECK(count(joined, "Drafts\n") == 1);
    CHECK(count(joined, "Reference") == 4);
    CHECK(count(joined, "baker/1") == 8);
  }
}
