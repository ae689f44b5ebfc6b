#pragma once

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

}  // namespace fuzz
