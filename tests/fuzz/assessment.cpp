#include <cstddef>
#include <cstdint>

#include <rung/assessment/json.hpp>
#include <rung/diagnostic/show.hpp>
#include <rung/text/paint.hpp>

#include "fuzz/expect.hpp"

using namespace rung;

/// Any bytes as an assessment: refused with diagnostics, or an assessment that is written and read as itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  read_assessment_version(text);
  const auto parsed = parse_assessment(text, "fuzz.json");
  if (!parsed) {
    fuzz::expect_usable(parsed.diagnostics);
    fuzz::expect(fuzz::is_inert(paint(show(parsed.diagnostics, 80), {})), "what is shown of a mistake is inert");
    return 0;
  }
  const std::string written = to_json(*parsed.value);
  const auto again = parse_assessment(written, "again.json");
  fuzz::expect(again && *again.value == *parsed.value, "an assessment is written and read as itself");
  fuzz::expect(to_json(*again.value) == written, "an assessment is written the same way again");
  return 0;
}
