#include <cstddef>
#include <cstdint>

#include "fuzz/imported.hpp"

using namespace rung;

/// Any bytes as a HTML page to import.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  guess_form(text);
  const auto outline = outline_html(text, "fuzz");
  if (!outline) {
    fuzz::expect_usable(outline.diagnostics);
    return 0;
  }
  fuzz::expect_nothing_lost(import_outline(*outline.value, "fuzz", {"fuzz", {}, {}}));
  fuzz::expect_nothing_lost(import_outline(*outline.value, "fuzz", {"fuzz", {}, {}}, Levels::all));
  return 0;
}
