#include <rung/store/home.hpp>

#include <rung/error.hpp>
#include <rung/store/open_file.hpp>

namespace rung {
namespace {

bool is_absolute(const std::optional<std::string>& path) { return path && path->starts_with('/'); }

}  // namespace

Home find_home(const HomeVariables& variables) {
  if (variables.rung_home && !variables.rung_home->empty()) return {without_final_slashes(*variables.rung_home)};
  if (is_absolute(variables.xdg_data_home)) return {without_final_slashes(*variables.xdg_data_home) + "/rung"};
  if (is_absolute(variables.home)) return {without_final_slashes(*variables.home) + "/.local/share/rung"};
  throw Error(ExitCode::usage, "cannot tell where to keep assessments: neither RUNG_HOME nor HOME is set",
              "set RUNG_HOME to a directory, such as RUNG_HOME=~/rung");
}

}  // namespace rung
