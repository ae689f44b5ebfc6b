#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"

namespace {

namespace fs = std::filesystem;
using Words = std::set<std::string>;

// The layer table of docs/architecture.md. `diagnostic`, `error` and `text` are the base.
const std::map<std::string, Words>& allowed_layers() {
  static const std::map<std::string, Words> table{
      {"text", {"text"}},
      {"error", {}},
      {"diagnostic", {"diagnostic", "text"}},
      {"ladder", {"ladder", "diagnostic", "text"}},
      {"assessment", {"assessment", "ladder", "diagnostic", "text"}},
      {"log", {"log", "assessment", "ladder", "diagnostic", "text"}},
      {"analysis", {"analysis", "ladder", "assessment", "log", "text"}},
      {"prompt", {"prompt", "text"}},
      {"interview", {"interview", "ladder", "assessment", "log", "analysis", "prompt", "text"}},
      {"import", {"import", "ladder", "diagnostic", "text"}},
      {"report", {"report", "analysis", "ladder", "assessment", "log", "diagnostic", "text", "error"}},
      {"store", {"store", "assessment", "log", "ladder", "diagnostic", "error", "text"}},
      {"terminal", {"terminal", "prompt", "text"}},
      {"cmake", {"assessment", "ladder", "diagnostic", "text"}},
  };
  return table;
}

// Which places may see a library or a system header.
const std::vector<std::pair<std::regex, std::regex>>& confined_headers() {
  static const std::vector<std::pair<std::regex, std::regex>> table{
      {std::regex("yaml-cpp/.*"), std::regex("src/ladder/.*")},
      {std::regex("nlohmann/.*"), std::regex("src/(assessment|log|import)/.*|src/report/(.*/)?json[a-z_]*\\.[ch]pp")},
      {std::regex("CLI/.*"), std::regex("src/cli/.*")},
      {std::regex("cmark-gfm.*|gumbo\\.h"), std::regex("src/import/.*")},
      {std::regex("utf8proc\\.h|libstemmer\\.h"), std::regex("src/text/.*")},
      {std::regex("termios\\.h|csignal|signal\\.h|sys/ioctl\\.h|poll\\.h"),
       std::regex("src/terminal/.*|src/main\\.cpp")},
      {std::regex("filesystem|fstream|fcntl\\.h|sys/stat\\.h|sys/file\\.h"),
       std::regex("(src|include/rung)/(store|terminal|cli|cmake)/.*|src/main\\.cpp")},
      {std::regex("iostream|cstdio|ostream"), std::regex("src/(store|terminal|cmake)/.*|src/main\\.cpp")},
      {std::regex("fmt/.*"), std::regex("(?!(src|include/rung)/analysis/).*")},
  };
  return table;
}

struct Include {
  std::string file;  ///< relative to the project
  std::string header;
};

std::vector<Include> scan_includes() {
  static const std::regex line_pattern(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
  std::vector<Include> includes;
  const fs::path root = RUNG_SOURCE_ROOT;
  for (const char* top : {"src", "include"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".cpp" && extension != ".hpp") continue;
      std::ifstream in(entry.path());
      std::string line;
      std::smatch match;
      while (std::getline(in, line))
        if (std::regex_search(line, match, line_pattern))
          includes.push_back({fs::relative(entry.path(), root).generic_string(), match[1].str()});
    }
  }
  return includes;
}

// "include/rung/text/wrap.hpp" → "text"; "include/rung/error.hpp" → "error"; "src/main.cpp" → "main".
std::string layer_of(const std::string& path) {
  static const std::regex pattern("^(?:src/|include/rung/|rung/)([a-z]+)(?:/.*|\\.[a-z]+)$");
  std::smatch match;
  return std::regex_match(path, match, pattern) ? match[1].str() : std::string();
}

}  // namespace

TEST_CASE("every include keeps to the layer table", "[architecture]") {
  const auto includes = scan_includes();
  REQUIRE(includes.size() > 100);
  for (const Include& include : includes) {
    const std::string from = layer_of(include.file);
    const std::string to = layer_of(include.header);
    if (to.empty() || from == "cli" || from == "main") continue;
    INFO(include.file << " includes " << include.header);
    REQUIRE(allowed_layers().count(from) == 1);
    CHECK(allowed_layers().at(from).count(to) == 1);
  }
}

TEST_CASE("every library and system header stays where it belongs", "[architecture]") {
  for (const Include& include : scan_includes()) {
    for (const auto& [header, place] : confined_headers()) {
      if (!std::regex_match(include.header, header)) continue;
      INFO(include.file << " includes " << include.header);
      CHECK(std::regex_match(include.file, place));
    }
  }
}

TEST_CASE("main captures the environment and calls cli::run, nothing else", "[architecture]") {
  for (const Include& include : scan_includes()) {
    if (layer_of(include.file) != "main" || layer_of(include.header).empty()) continue;
    INFO(include.header);
    CHECK(Words{"cli", "store", "terminal"}.count(layer_of(include.header)) == 1);
  }
}

TEST_CASE("the clock and the environment are read in main and terminal alone", "[architecture]") {
  static const std::regex reads(R"(\b(getenv|secure_getenv|system_clock::now|time\(nullptr\)|isatty)\b)");
  const fs::path root = RUNG_SOURCE_ROOT;
  for (const auto& entry : fs::recursive_directory_iterator(root / "src")) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string file = fs::relative(entry.path(), root).generic_string();
    if (file == "src/main.cpp" || layer_of(file) == "terminal") continue;
    std::ifstream in(entry.path());
    std::stringstream text;
    text << in.rdbuf();
    INFO(file);
    CHECK_FALSE(std::regex_search(text.str(), reads));
  }
}
