#include <cstddef>
#include <cstdint>

#include <rung/assessment/assessment_reader.hpp>
#include <rung/assessment/json.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/ladder/write.hpp>

#include "fuzz/expect.hpp"
#include "fuzz/made.hpp"

using namespace rung;

/// Whatever may be in an assessment is saved and read as itself, by one reader after another too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  fuzz::Maker maker(bytes, fuzz::Texts::allowed);
  const Ladder ladder = maker.ladder();
  const auto written = parse_ladder(write_ladder(ladder), "made.yaml");
  fuzz::expect(written && *written.value == ladder, "a ladder is written and read as itself");
  AssessmentReader reader;
  for (int round = 0; round < 2; ++round) {
    const Assessment assessment = maker.assessment(ladder);
    const std::string json = to_json(assessment);
    const auto parsed = parse_assessment(json, "made.json");
    fuzz::expect(parsed && *parsed.value == assessment, "an assessment is saved and read as itself");
    fuzz::expect(to_json(*parsed.value) == json, "an assessment is saved the same way again");
    const auto read = reader.read(json, "made.json");
    fuzz::expect(read && *read.value == assessment, "a reader that has met the ladder reads the same");
  }
  return 0;
}
