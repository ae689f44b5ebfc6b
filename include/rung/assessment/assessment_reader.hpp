#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/diagnostic.hpp>

namespace rung {

/// Reads one assessment after the other with the same result as parse_assessment. Most of a file is its frozen ladder,
/// which is usually identical to that of another file or to a built-in one; it is then parsed only once, or not at all.
class AssessmentReader {
 public:
  Parsed<Assessment> read(std::string_view json, std::string_view source);

 private:
  struct KnownLadder {
    std::string text;  ///< JSON, one whole value
    Ladder ladder;
  };

  struct FoundLadder {
    std::size_t size = 0;  ///< bytes of its text
    Ladder ladder;
  };

  std::optional<FoundLadder> find_known(std::string_view rest);
  std::optional<Assessment> read_with_known(std::string_view json, std::size_t at);

  std::vector<KnownLadder> known_;  ///< most recently used first
};

}  // namespace rung
