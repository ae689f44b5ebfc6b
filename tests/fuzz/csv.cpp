#include "fuzz/imported.hpp"

/// Any bytes as a table to import.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::import_bytes(rung::DocumentForm::csv, data, size);
  return 0;
}
