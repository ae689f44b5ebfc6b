#include <rung/terminal/programs.hpp>

#include <system_error>
#include <variant>

#include "program.hpp"

namespace rung {

bool run_pager(const std::string& pager, std::string_view text) {
  SignalWatch signals(Stopping::by_default);
  try {
    const auto end = run_program({"sh", "-c", "LESS=${LESS-FRX}; export LESS; " + pager}, signals, text);
    const auto* exited = std::get_if<Exited>(&end);
    return exited == nullptr || (exited->code != not_found && exited->code != not_executable);
  } catch (const std::system_error&) {
    return false;
  }
}

bool launch_program(const std::vector<std::string>& words) {
  SignalWatch signals(Stopping::by_default);
  try {
    return run_program(words, signals) == ProgramEnd(Exited{0});
  } catch (const std::system_error&) {
    return false;
  }
}

}  // namespace rung
