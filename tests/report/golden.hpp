#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "catch.hpp"

namespace rung::fixtures {

/// Holds `text` against a file in tests/golden/report. With RUNG_REWRITE_GOLDENS set the file is rewritten, and the
/// test fails, so that a rewriting run is never taken for a passing one.
inline void check_golden(const std::string& text, const std::string& name) {
  const auto path = std::filesystem::path(RUNG_TEST_GOLDEN) / "report" / name;
  if (std::getenv("RUNG_REWRITE_GOLDENS") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    FAIL_CHECK("rewritten: " << name);
    return;
  }
  std::ostringstream expected;
  expected << std::ifstream(path, std::ios::binary).rdbuf();
  INFO(name);
  CHECK(text == expected.str());
}

}  // namespace rung::fixtures
