#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <rung/assessment/json.hpp>
#include <rung/diagnostic/show.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/pack.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/text/paint.hpp>

/// There are none yet: this program makes them.
std::span<const rung::BuiltinLadder> rung::builtin_ladders() { return {}; }

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file) throw std::runtime_error(fmt::format("{} cannot be read", path.string()));
  return bytes;
}

/// The ladder in the file, under whose name it must be known.
rung::Ladder judge(const std::filesystem::path& path, const std::string& yaml) {
  const auto parsed = rung::parse_ladder(yaml, path.string());
  if (!parsed) throw std::runtime_error(rung::paint(rung::show(parsed.diagnostics, 120), rung::Paint{}));
  const rung::Ladder& ladder = *parsed.value;
  if (ladder.id != path.stem().string())
    throw std::runtime_error(fmt::format("{} holds the ladder `{}`", path.string(), ladder.id));
  return ladder;
}

/// An array of the bytes. Written as numbers: no literal length limit, no escaping to get wrong.
std::string write_array(const std::string& name, std::string_view bytes) {
  std::string array = fmt::format("constexpr unsigned char {}[] = {{", name);
  for (std::size_t at = 0; at < bytes.size(); ++at)
    array += fmt::format("{}{},", at % 24 == 0 ? "\n" : "", static_cast<unsigned char>(bytes[at]));
  return array += "};\n";
}

std::string write_source(const std::vector<std::filesystem::path>& paths) {
  std::string arrays;
  std::string rows;
  for (std::size_t index = 0; index < paths.size(); ++index) {
    const std::string yaml = read_file(paths[index]);
    const rung::Ladder ladder = judge(paths[index], yaml);
    arrays += write_array(fmt::format("yaml_{}", index), yaml);
    arrays += write_array(fmt::format("packed_{}", index), rung::pack_ladder(ladder));
    arrays += write_array(fmt::format("frozen_{}", index), rung::freeze(ladder));
    rows += fmt::format("      {{\"{0}\", text(yaml_{1}), text(packed_{1}), text(frozen_{1})}},\n", ladder.id, index);
  }
  return fmt::format(R"(// Written by the build from ladders/.
#include <rung/ladder/builtin.hpp>

namespace rung {{
namespace {{

{}
template <std::size_t size>
std::string_view text(const unsigned char (&bytes)[size]) {{
  return {{reinterpret_cast<const char*>(bytes), size}};
}}

}}  // namespace

std::span<const BuiltinLadder> builtin_ladders() {{
  static const BuiltinLadder ladders[] = {{
{}  }};
  return ladders;
}}

}}  // namespace rung
)",
                     arrays, rows);
}

}  // namespace

/// Usage: embed_ladders OUTPUT LADDER.yaml...; writes the C++ source that defines builtin_ladders(), with each ladder
/// as its text, as packed and as frozen. An error in a ladder fails the build with the program's own diagnostics.
int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: embed_ladders OUTPUT LADDER.yaml...\n");
    return 2;
  }
  try {
    const std::string source = write_source({argv + 2, argv + argc});
    std::ofstream file(argv[1], std::ios::binary);
    file << source;
    file.close();
    if (!file) throw std::runtime_error(fmt::format("{} cannot be written", argv[1]));
  } catch (const std::exception& failure) {
    fmt::print(stderr, "{}\n", failure.what());
    return 1;
  }
  return 0;
}
