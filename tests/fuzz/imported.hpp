#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <rung/import/import.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/ladder/write.hpp>

#include "fuzz/expect.hpp"

namespace fuzz {

/// Every unit of the document is in a ladder or reported, and each ladder is one that can be written and read.
inline void expect_nothing_lost(const rung::Parsed<rung::Import>& parsed) {
  if (!parsed) return expect_usable(parsed.diagnostics);
  const rung::Import& import = *parsed.value;
  int left = 0;
  for (const rung::LeftOver& one : import.left) left += one.units;
  expect(import.units == import.behaviors + import.headings + left, "every unit is imported or reported");
  for (const rung::ImportedLadder& made : import.ladders) {
    const auto read = rung::parse_ladder(rung::write_ladder(made.ladder, made.comments), "made.yaml");
    expect(!read || *read.value == made.ladder, "an imported ladder is written and read as itself");
  }
}

/// Imports any bytes as one level and as all of them.
inline void import_bytes(rung::DocumentForm form, const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  rung::guess_form(text);
  for (const rung::Levels levels : {rung::Levels::one, rung::Levels::all})
    expect_nothing_lost(rung::import_document(text, form, "fuzz", {"fuzz", {}, {}, levels}));
}

}  // namespace fuzz
