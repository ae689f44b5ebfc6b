#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <ctime>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <rung/cli/run.hpp>
#include <rung/store/standard_streams.hpp>
#include <rung/terminal/confined.hpp>
#include <rung/terminal/facts.hpp>
#include <rung/terminal/open_console.hpp>
#include <rung/terminal/process_setup.hpp>
#include <rung/terminal/programs.hpp>

extern char** environ;  // NOLINT: POSIX gives it this way

namespace {

using namespace rung;

Timestamp read_clock() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  const std::chrono::seconds offset(local.tm_gmtoff);
  return {std::chrono::sys_seconds(std::chrono::seconds(now)),
          std::chrono::duration_cast<std::chrono::minutes>(offset)};
}

std::string make_identity() {
  std::random_device device;
  std::string digits;
  while (digits.size() < 32) digits += fmt::format("{:08x}", device() & 0xFFFFFFFFU);
  return digits;
}

std::chrono::milliseconds read_steady_clock() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

// The variables first: asking the system's user database takes longer than everything else at the start.
std::string read_user(const cli::Environment& environment) {
  for (const char* name : {"USER", "LOGNAME"})
    if (!environment.variable(name).empty()) return std::string(environment.variable(name));
  const passwd* entry = getpwuid(getuid());
  return entry == nullptr ? std::string() : std::string(entry->pw_name);
}

cli::Environment read_environment(int argc, char** argv) {
  cli::Environment environment;
  environment.arguments.assign(argv + 1, argv + argc);
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    const std::size_t equals = text.find('=');
    if (equals != std::string_view::npos)
      environment.variables.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  const TerminalFacts facts = read_terminal_facts();
  environment.user = read_user(environment);
  environment.in_is_terminal = facts.input.is_terminal;
  environment.out_is_terminal = facts.output.is_terminal;
  environment.err_is_terminal = facts.error.is_terminal;
  environment.columns = usable_width(facts.output.columns ? facts.output.columns : facts.error.columns);
  environment.rows = facts.output.rows.value_or(environment.rows);
  environment.file_mask = umask(077);
  return environment;
}

}  // namespace

int main(int argc, char** argv) {
  hold_standard_streams();
  ignore_write_signals();
  const cli::Environment environment = read_environment(argc, argv);
  PosixFilesystem files;
  const cli::Ports ports{files,
                         [&files](std::string_view text) { write_standard_output(files, text); },
                         [&files](std::string_view text) { write_standard_error(files, text); },
                         [&files](std::size_t limit) { return read_standard_input(files, limit); },
                         [&files] { close_standard_output(files); },
                         read_clock,
                         make_identity,
                         [](const Paint& paint, Dialect dialect) { return open_console(paint, dialect); },
                         run_pager,
                         launch_program,
                         read_steady_clock,
                         run_confined,
                         capture_program};
  return static_cast<int>(cli::run(environment, ports));
}
