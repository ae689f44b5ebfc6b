#include <cstddef>
#include <cstdint>

#include "fuzz/imported.hpp"

using namespace rung;

/// Any bytes as a table to import.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  fuzz::expect_nothing_lost(import_csv(text, "fuzz.csv", {"fuzz", {}, {}}));
  fuzz::expect_nothing_lost(import_csv(text, "fuzz.csv", {"fuzz", {}, {}}, Levels::all));
  return 0;
}
