#pragma once

#include <fuzzer/FuzzedDataProvider.h>

#include <string>

#include <rung/assessment/assessment.hpp>

namespace fuzz {

/// Which characters a made text holds: any that a file may hold, or any bytes at all.
enum class Texts { allowed, any };

/// A ladder of a few behaviors, and an assessment on it, out of bytes.
class Maker {
 public:
  Maker(FuzzedDataProvider& bytes, Texts texts) : bytes_(bytes), texts_(texts) {}

  rung::Ladder ladder();
  rung::Assessment assessment(rung::Ladder ladder);

 private:
  std::string text();
  std::string text_or_nothing();
  rung::Rating rating(const rung::Scale& scale);
  rung::Answer answer(const std::string& key, const rung::Scale& scale);
  rung::Timestamp moment();

  FuzzedDataProvider& bytes_;
  Texts texts_;
};

}  // namespace fuzz
