#include <rung/store/catalog.hpp>

#include <algorithm>

#include <rung/diagnostic/suggest.hpp>
#include <rung/error.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>

namespace rung {
namespace {

bool is_ladder_name(std::string_view name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

std::string stem_of(std::string_view name) { return std::string(name.substr(0, name.rfind('.'))); }

LadderText describe_file(std::string path, std::string yaml, LadderOrigin origin) {
  const auto parsed = parse_ladder(yaml, path);
  // A file with a mistake in it is found by its name, so that the mistake is shown instead of another ladder.
  std::string id = parsed.value ? parsed.value->id : stem_of(split_path(path).name);
  return {std::move(id), std::move(path), std::move(yaml), origin};
}

void read_own_ladders(const OpenFile& directory, Catalog& catalog) {
  for (const std::string& name : list_names(directory)) {
    if (!is_ladder_name(name) || name.starts_with('.')) continue;
    try {
      auto content = read_regular_file(directory, name, most_ladder_bytes);
      if (!content) continue;
      catalog.ladders.push_back(describe_file(directory.path_of(name), std::move(content->bytes), LadderOrigin::own));
    } catch (const Error& error) {
      catalog.unreadable.push_back({directory.path_of(name), error.what(), {}});
    }
  }
}

LadderText read_ladder_path(Filesystem& filesystem, const std::string& path) {
  auto content = read_regular_file(filesystem, path, most_ladder_bytes);
  if (!content)
    throw Error(ExitCode::bad_input, "there is no file " + path, "`rung ladder list` shows the ladders there are");
  return describe_file(path, std::move(content->bytes), LadderOrigin::path);
}

[[noreturn]] void refuse_unknown(const Catalog& catalog, const std::string& id) {
  std::vector<std::string> ids;
  for (const auto& ladder : catalog.ladders) ids.push_back(ladder.id);
  std::string hint = did_you_mean(id, ids);
  if (hint.empty()) hint = "`rung ladder list` shows the ladders there are; a path ends in `.yaml` or contains `/`";
  throw Error(ExitCode::bad_input, "there is no ladder `" + id + "`", hint);
}

}  // namespace

Catalog list_ladders(Filesystem& filesystem, const Home& home) {
  Catalog catalog;
  if (const auto directory = open_directory(filesystem, home.ladders())) read_own_ladders(*directory, catalog);
  const std::size_t own = catalog.ladders.size();
  for (const auto& builtin : builtin_ladders()) {
    const auto end = catalog.ladders.begin() + static_cast<std::ptrdiff_t>(own);
    const bool is_shadowed =
        std::any_of(catalog.ladders.begin(), end, [&](const LadderText& ladder) { return ladder.id == builtin.id; });
    if (is_shadowed) continue;
    catalog.ladders.push_back({std::string(builtin.id), "built-in " + std::string(builtin.id),
                               std::string(builtin.yaml), LadderOrigin::builtin});
  }
  std::stable_sort(catalog.ladders.begin(), catalog.ladders.end(),
                   [](const LadderText& a, const LadderText& b) { return a.id < b.id; });
  return catalog;
}

LadderText find_ladder(Filesystem& filesystem, const Home& home, std::optional<std::string_view> name) {
  const std::string wanted(name.value_or(default_ladder));
  if (wanted.find('/') != std::string::npos || is_ladder_name(wanted)) return read_ladder_path(filesystem, wanted);

  Catalog catalog = list_ladders(filesystem, home);
  for (const auto& file : catalog.unreadable)
    if (stem_of(split_path(file.path).name) == wanted) throw Error(ExitCode::input_output, file.reason);
  const auto is_wanted = [&](const LadderText& ladder) { return ladder.id == wanted; };
  const auto found = std::find_if(catalog.ladders.begin(), catalog.ladders.end(), is_wanted);
  if (found == catalog.ladders.end()) refuse_unknown(catalog, wanted);
  const auto second = std::find_if(found + 1, catalog.ladders.end(), is_wanted);
  if (second != catalog.ladders.end()) {
    throw Error(ExitCode::bad_input,
                "both " + found->source + " and " + second->source + " state the id `" + wanted + "`",
                "give one of them another id, or name the file by its path");
  }
  return std::move(*found);
}

}  // namespace rung
