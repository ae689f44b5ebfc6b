#include <cstddef>
#include <cstdint>

#include <rung/diagnostic/show.hpp>
#include <rung/ladder/pack.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/ladder/write.hpp>
#include <rung/text/paint.hpp>

#include "fuzz/expect.hpp"

using namespace rung;

/// Any bytes as a ladder: refused with diagnostics, or a ladder that is written and read as itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = parse_ladder(text, "fuzz.yaml");
  if (!parsed) {
    fuzz::expect_usable(parsed.diagnostics);
    fuzz::expect(fuzz::is_inert(paint(show(parsed.diagnostics, 80), {})), "what is shown of a mistake is inert");
    return 0;
  }
  const auto again = parse_ladder(write_ladder(*parsed.value), "again.yaml");
  fuzz::expect(again && *again.value == *parsed.value, "a ladder is written and read as itself");
  fuzz::expect(unpack_ladder(pack_ladder(*parsed.value)) == *parsed.value, "a ladder is packed and unpacked as itself");
  return 0;
}
