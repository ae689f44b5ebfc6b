#include <rung/log/log.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/expect.hpp"

using namespace rung;

/// Any bytes as a log: what is read can be written and read again, and all else is reported.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Log log = read_log(text, "fuzz");
  if (!log.problems.empty()) fuzz::expect_usable(log.problems);
  fuzz::expect(log.unreadable >= log.problems.size(), "all problems are counted");
  std::string written;
  for (const Entry& entry : log.entries) written.append(write_entry(entry)).append(1, '\n');
  const Log again = read_log(written, "fuzz");
  fuzz::expect(again.problems.empty(), "what was written can be read");
  fuzz::expect(again.entries == log.entries, "what was written is read as itself");
  return 0;
}
