#include "fuzz/candidates.hpp"

/// Any bytes as a table with candidates for the log.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::read_bytes(rung::CandidateFormat::csv, data, size);
  return 0;
}
