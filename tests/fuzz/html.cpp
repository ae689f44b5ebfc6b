#include "fuzz/imported.hpp"

/// Any bytes as an HTML page to import.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::import_bytes(rung::DocumentForm::html, data, size);
  return 0;
}
