#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/diagnostic.hpp>

namespace rung {

/// Reads one assessment after the other, each as parse_assessment reads it. The frozen ladder is most of a file, and
/// that of most files is to the letter that of another one, or a built-in one: such a ladder is parsed only once, or
/// not at all.
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

  std::vector<KnownLadder> known_;  ///< the one met last is the first
};

}  // namespace rung
