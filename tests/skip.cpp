#include "skip.hpp"

#include <cstdio>

namespace {

bool& skipped() {
  static bool is_skipped = false;
  return is_skipped;
}

}  // namespace

void skip(std::string_view reason) {
  std::printf("skipped: %.*s\n", static_cast<int>(reason.size()), reason.data());
  skipped() = true;
}

bool is_anything_skipped() { return skipped(); }
