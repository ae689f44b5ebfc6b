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

const fs::path project = RUNG_SOURCE_ROOT;

std::string read_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<fs::path> list_sources(const std::string& extension) {
  std::vector<fs::path> files;
  for (const char* top : {"src", "include"})
    for (const auto& entry : fs::recursive_directory_iterator(project / top))
      if (entry.path().extension() == extension) files.push_back(fs::relative(entry.path(), project));
  return files;
}

/// The text outside of comments and of namespaces without a name.
std::string drop_private_parts(const std::string& text) {
  static const std::regex comment("//[^\n]*");
  std::string rest = text;
  const std::string begin = "\nnamespace {\n";
  const std::string end = "\n}  // namespace\n";
  for (std::size_t at = rest.find(begin); at != std::string::npos; at = rest.find(begin, at))
    rest.erase(at, rest.find(end, at) + end.size() - at - 1);
  return std::regex_replace(rest, comment, "");
}

/// The functions, and the classes of the member functions, that a source defines for others.
std::set<std::string> list_definitions(const std::string& source) {
  static const std::regex definition(
      "\n(?!namespace|using|struct|class|enum|template|static|constexpr|const |return|throw)"
      "(?:[A-Za-z_\\[][^\n;{}()=]*[ &*>])?(?:(\\w+)::~?)?(\\w+)\\([^;{}]*\\)[^;{}]*\\{");
  std::set<std::string> names;
  const std::string text = drop_private_parts(source);
  for (std::sregex_iterator at(text.begin(), text.end(), definition), end; at != end; ++at)
    names.insert((*at)[1].matched ? (*at)[1].str() : (*at)[2].str());
  return names;
}

/// The headers that a source may define things of, private or public: the one with its name, without the `json_` of a
/// source that is apart because it sees the JSON library; its folder's; and the table of report kinds for their
/// folders.
std::string read_own_headers(const fs::path& source) {
  const fs::path folder = source.parent_path();
  const std::string name = source.stem().string();
  const std::string without_json = name.starts_with("json_") ? name.substr(5) : name;
  std::string text;
  for (const fs::path& header : {folder / (name + ".hpp"), folder / (without_json + ".hpp"),
                                 folder / folder.filename().concat(".hpp"), folder.parent_path() / "kinds.hpp"})
    text += read_text(project / header) + read_text(project / "include/rung" / header.lexically_relative("src"));
  return text;
}

/// Overloads that the walk of a field list finds by their arguments; they stand beside the record.
const std::set<std::string> found_by_kind{"write_value"};

}  // namespace

TEST_CASE("what a source defines is declared in the header of its name", "[architecture]") {
  int checked = 0;
  for (const fs::path& source : list_sources(".cpp")) {
    if (source == "src/main.cpp" || *++source.begin() == "cmake") continue;
    const std::string headers = read_own_headers(source);
    for (const std::string& name : list_definitions(read_text(project / source))) {
      if (found_by_kind.count(name) == 1) continue;
      INFO(source.string() << " defines " << name);
      CHECK(std::regex_search(headers, std::regex("\\b" + name + "\\b")));
      ++checked;
    }
  }
  CHECK(checked > 200);
}

// Two that share a name and a namespace make one program out of halves of each, without a word from the compiler.
TEST_CASE("no two types of headers have one name", "[architecture]") {
  static const std::regex type("\n(?:template <[^\n]*>\n)?(?:struct|class|enum class) (\\w+)(?!::)[^;{]*\\{");
  std::map<std::string, std::string> seen;
  for (const fs::path& header : list_sources(".hpp")) {
    const std::string text = read_text(project / header);
    for (std::sregex_iterator at(text.begin(), text.end(), type), end; at != end; ++at) {
      const auto [first, is_new] = seen.try_emplace((*at)[1].str(), header.string());
      INFO((*at)[1].str() << " is in " << first->second << " and in " << header.string());
      CHECK(is_new);
    }
  }
  CHECK(seen.size() > 100);
}

TEST_CASE("files have at most 400 lines", "[architecture]") {
  for (const char* extension : {".cpp", ".hpp"}) {
    for (const fs::path& file : list_sources(extension)) {
      const std::string text = read_text(project / file);
      INFO(file.string());
      CHECK(std::count(text.begin(), text.end(), '\n') <= 400);
    }
  }
}

TEST_CASE("texts are made by fmt, not by adding strings", "[architecture]") {
  // A literal beside `+`, or a number turned into a string to be added.
  static const std::regex joined(R"re("\s*\+\s|\s\+\s*"|'\s\+\s|\s\+\s'|\+ std::string|std::to_string)re");
  for (const char* extension : {".cpp", ".hpp"}) {
    for (const fs::path& file : list_sources(extension)) {
      std::istringstream lines(std::regex_replace(read_text(project / file), std::regex("//[^\n]*"), ""));
      int number = 0;
      for (std::string line; std::getline(lines, line);) {
        if (line.find("static_cast<char>") != std::string::npos) continue;
        INFO(file.string() << ":" << ++number << ": " << line);
        CHECK_FALSE(std::regex_search(line, joined));
      }
    }
  }
}
