#include <rung/store/home.hpp>

#include <utility>

#include <fmt/format.h>

#include <rung/error.hpp>
#include <rung/store/open_file.hpp>

namespace rung {

std::string Home::assessments() const { return join_path(root, "assessments"); }
std::string Home::drafts() const { return join_path(root, "drafts"); }
std::string Home::ladders() const { return join_path(root, "ladders"); }
std::string Home::removed() const { return join_path(root, "removed"); }
std::string Home::pages() const { return join_path(root, "pages"); }
std::string Home::log() const { return join_path(root, "log.jsonl"); }

std::optional<Home> look_for_home(const HomeVariables& variables) {
  const auto is_absolute = [](const auto& path) { return path && path->starts_with('/'); };
  if (variables.rung_home && !variables.rung_home->empty()) return Home{without_final_slashes(*variables.rung_home)};
  if (is_absolute(variables.xdg_data_home)) return Home{join_path(*variables.xdg_data_home, "rung")};
  if (is_absolute(variables.home))
    return Home{fmt::format("{}/.local/share/rung", without_final_slashes(*variables.home))};
  return std::nullopt;
}

Home find_home(const HomeVariables& variables) {
  if (auto home = look_for_home(variables)) return *std::move(home);
  throw Error(ExitCode::usage, "cannot tell where to keep assessments: neither RUNG_HOME nor HOME is set",
              "set RUNG_HOME to a directory, such as RUNG_HOME=~/rung");
}

}  // namespace rung
