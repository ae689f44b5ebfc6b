#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/timestamp.hpp>
#include <rung/prompt/console.hpp>
#include <rung/store/filesystem.hpp>
#include <rung/terminal/confined.hpp>
#include <rung/terminal/programs.hpp>
#include <rung/text/paint.hpp>

namespace rung::cli {

/// Facts about where the program runs, read once in main.
struct Environment {
  std::vector<std::string> arguments;  ///< without the program's own name
  std::map<std::string, std::string, std::less<>> variables;
  std::string user;  ///< login name; may be empty
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  int columns = 80;          ///< cells of a row of the terminal
  int rows = 24;             ///< of the terminal
  unsigned file_mask = 022;  ///< the umask the program was started with

  /// The variable's value; empty when it is not set.
  [[nodiscard]] std::string_view variable(std::string_view name) const {
    const auto found = variables.find(name);
    return found == variables.end() ? std::string_view() : std::string_view(found->second);
  }
};

/// The only ways to touch the world. `out` throws Error when the bytes cannot be written; `err` never fails loudly.
struct Ports {
  Filesystem& files;
  std::function<void(std::string_view)> out;
  std::function<void(std::string_view)> err;
  std::function<std::string(std::size_t limit)> in;  ///< all of standard input, at most `limit` bytes and one more
  std::function<void()> close_out;                   ///< after the last `out`; throws Error like it
  std::function<Timestamp()> now;
  std::function<std::string()> new_identity;  ///< 32 hexadecimal digits that nobody has had before
  std::function<std::unique_ptr<Console>(const Paint&, Dialect)> open_console;
  /// Shows a text at the terminal in the program that `pager`, a line for the shell, starts, until that ends; false
  /// when it could not be started.
  std::function<bool(const std::string& pager, std::string_view text)> page = {};
  /// Runs a program until it ends; false when it could not be started or failed.
  std::function<bool(const std::vector<std::string>& words)> launch = {};
  /// A reading of a clock that never goes back, from any beginning. Where it is empty, nothing tells how far it is.
  std::function<std::chrono::milliseconds()> elapsed = {};
  /// Calls a function where it cannot use more than it may; nothing when it tried to. Where it is empty, nothing limits
  /// the function.
  std::function<std::optional<std::string>(const Confines&, const std::function<std::string()>&)> confine = {};
  /// Runs a program whose output is taken, as capture_program does. Throws std::system_error if it cannot be started.
  std::function<ProgramOutput(const std::vector<std::string>& words, const std::vector<std::string>& settings,
                              const std::function<void(std::string_view)>& take)>
      capture = {};
};

}  // namespace rung::cli
