#include <cstddef>
#include <cstdint>

#include <rung/assessment/answer_changes.hpp>
#include <rung/assessment/json.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/pack.hpp>

#include "fuzz/expect.hpp"

using namespace rung;

namespace {

const Ladder& ladder() {
  static const Ladder first = unpack_ladder(builtin_ladders().front().packed);
  return first;
}

void apply_and_read_back(const AnswerChanges& changes) {
  Assessment assessment = start_assessment({ladder(), {"Kim"}, {"Kim", RaterRole::self}, "", "51", {}});
  apply(assessment, changes, {});
  const auto read = parse_assessment(to_json(assessment), "applied.json");
  fuzz::expect(read && *read.value == assessment, "answers that were applied are saved and read as themselves");
}

}  // namespace

/// Any bytes as an answers file, as --set and as --note.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto parsed = parse_answers(text, "fuzz.yaml", ladder(), {}))
    apply_and_read_back(*parsed.value);
  else
    fuzz::expect_usable(parsed.diagnostics);
  for (const auto& one : {parse_set(text, ladder()), parse_note(text, ladder())})
    if (one)
      apply_and_read_back({*one.value});
    else
      fuzz::expect_usable(one.diagnostics);
  return 0;
}
