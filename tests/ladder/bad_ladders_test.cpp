#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <rung/diagnostic/show.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/text/paint.hpp>

#include "catch.hpp"

namespace {

namespace fs = std::filesystem;

constexpr int width = 100;

std::string read_bytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::vector<fs::path> list_bad_ladders() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(RUNG_TEST_DATA) / "ladder/bad"))
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

TEST_CASE("every bad ladder is rejected with exactly the expected message", "[ladder]") {
  const bool rewrites = std::getenv("RUNG_REWRITE_GOLDENS") != nullptr;
  const auto paths = list_bad_ladders();
  CHECK(paths.size() >= 40);
  for (const fs::path& path : paths) {
    INFO(path.filename().string());
    const auto parsed = rung::parse_ladder(read_bytes(path), path.filename().string());
    CHECK_FALSE(parsed.value.has_value());
    CHECK_FALSE(parsed.diagnostics.empty());
    const std::string shown = rung::paint(rung::show(parsed.diagnostics, width), rung::Paint{});
    const fs::path expected = fs::path(path).replace_extension(".expected");
    if (rewrites)
      std::ofstream(expected, std::ios::binary) << shown;
    else
      CHECK(shown == read_bytes(expected));
  }
  if (rewrites) FAIL("goldens were rewritten: read them, then run without RUNG_REWRITE_GOLDENS");
}

TEST_CASE("every message has a bad ladder that causes it", "[ladder]") {
  for (const auto& entry : fs::directory_iterator(fs::path(RUNG_TEST_DATA) / "ladder/bad")) {
    if (entry.path().extension() != ".expected") continue;
    INFO(entry.path().filename().string());
    CHECK(fs::exists(fs::path(entry.path()).replace_extension(".yaml")));
  }
}

TEST_CASE("five errors in one ladder are all reported at once, in the order of the text", "[ladder]") {
  const auto text = read_bytes(fs::path(RUNG_TEST_DATA) / "ladder/bad/five-mistakes.yaml");
  const auto parsed = rung::parse_ladder(text, "baker.yaml");
  std::vector<int> lines;
  for (const auto& diagnostic : parsed.diagnostics) lines.push_back(diagnostic.at.line);
  CHECK(lines == std::vector<int>{2, 4, 5, 12, 15});
}
