#pragma once

#include <fuzzer/FuzzedDataProvider.h>

#include <string>

#include "random_record.hpp"

namespace fuzz {

/// Which characters a made text holds: any that a file may hold, or any bytes at all.
enum class Texts { allowed, any };

/// Numbers and texts for random records out of the bytes of a fuzzer.
class BytesSource {
 public:
  BytesSource(FuzzedDataProvider& bytes, Texts texts) : bytes_(bytes), texts_(texts) {}

  int between(int lowest, int highest) { return bytes_.ConsumeIntegralInRange(lowest, highest); }
  std::string text();

 private:
  FuzzedDataProvider& bytes_;
  Texts texts_;
};

/// A ladder of a few behaviors, and an assessment on it, out of bytes.
class Maker {
 public:
  Maker(FuzzedDataProvider& bytes, Texts texts) : source_(bytes, texts), random_(source_) {}
  Maker(const Maker&) = delete;
  Maker& operator=(const Maker&) = delete;

  rung::Ladder ladder() { return random_.ladder(); }
  rung::Assessment assessment(const rung::Ladder& ladder) { return random_.assessment(ladder); }

 private:
  BytesSource source_;
  rung::RandomRecord<BytesSource> random_;
};

}  // namespace fuzz
