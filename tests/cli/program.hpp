#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "prompt/scripted_console.hpp"
#include "store/scratch.hpp"

#include <rung/cli/environment.hpp>
#include <rung/cli/run.hpp>

namespace rung {

/// What a run of the program left behind, outside its files.
struct Ran {
  ExitCode code = ExitCode::success;
  std::string out;
  std::string err;
  std::string screen;  ///< what the prompt printed
  bool closed_out = false;
  std::string pager;                  ///< the line that started it
  std::string paged;                  ///< what the pager got
  std::vector<std::string> launched;  ///< the words of the last program that was started
};

/// Runs the whole program in this process, in a fresh directory where `home` is RUNG_HOME. While it exists, that
/// directory is the working directory, so that no message depends on where it lies.
class Program {
 public:
  std::vector<Event> keys;            ///< what is typed in the next run
  std::string in;                     ///< standard input
  std::chrono::milliseconds tick{0};  ///< how much time passes between two readings of the steady clock
  std::string at = "2026-03-14T09:26:53+01:00";
  cli::Environment environment;
  bool out_is_broken = false;
  bool pager_starts = true;
  bool browser_opens = true;
  std::function<ProgramEnd(const std::vector<std::string>&)> editor;  ///< what the editor does
  decltype(cli::Ports::confine) confine;                              ///< empty: nothing is confined
  decltype(cli::Ports::capture) capture = capture_program;

  Program() : came_from_(std::filesystem::current_path()) {
    std::filesystem::current_path(scratch_.path());
    environment.variables = {{"RUNG_HOME", "home"}, {"LANG", "C.UTF-8"}, {"TERM", "xterm"}, {"NO_COLOR", "1"}};
    environment.user = "ana";
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program() {
    std::error_code ignored;
    std::filesystem::current_path(came_from_, ignored);
  }

  Ran run(std::vector<std::string> arguments) {
    environment.arguments = std::move(arguments);
    Ran ran;
    PosixFilesystem filesystem;
    const cli::Ports ports{
        filesystem,
        [&](std::string_view text) {
          if (out_is_broken) throw Error(ExitCode::input_output, "cannot write to standard output: no space left");
          ran.out += text;
        },
        [&](std::string_view text) { ran.err += text; },
        [&](std::size_t limit) { return in.substr(0, limit + 1); },
        [&] { ran.closed_out = true; },
        [&] { return *parse_timestamp(at); },
        [&] { return fmt::format("{:032x}", ++identities_); },
        [&](const Paint&, Dialect dialect) {
          auto console = std::make_unique<Recorded>(std::move(keys), dialect, ran.screen);
          console->borrower = editor;
          return console;
        },
        [&](const std::string& pager, std::string_view text) {
          ran.pager = pager;
          ran.paged = text;
          return pager_starts;
        },
        [&](const std::vector<std::string>& words) {
          ran.launched = words;
          return browser_opens;
        },
        [&] { return clock_ += tick; },
        confine,
        capture,
    };
    ran.code = cli::run(environment, ports);
    keys.clear();
    return ran;
  }

  /// Runs at a terminal, where `text` is typed.
  Ran type_in(std::vector<std::string> arguments, std::u32string_view text) {
    keys = type(text);
    return run_at_terminal(std::move(arguments));
  }

  Ran run_at_terminal(std::vector<std::string> arguments) {
    environment.in_is_terminal = environment.out_is_terminal = environment.err_is_terminal = true;
    Ran ran = run(std::move(arguments));
    environment.in_is_terminal = environment.out_is_terminal = environment.err_is_terminal = false;
    return ran;
  }

  /// Puts a file of tests/data/cli among the user's own ladders, as baker.yaml.
  void use_ladder(const std::string& name) const { write("home/ladders/baker.yaml", read_data(name)); }

  void write(const std::string& name, const std::string& bytes) const { scratch_.write(name, bytes); }
  [[nodiscard]] std::string read(const std::string& name) const { return scratch_.read(name); }
  [[nodiscard]] bool exists(const std::string& name) const { return std::filesystem::exists(scratch_ / name); }

  /// Everything below `name`, as paths from there, sorted; locks are left out.
  [[nodiscard]] std::vector<std::string> files(const std::string& name) const {
    std::vector<std::string> found;
    if (!exists(name)) return found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(scratch_ / name)) {
      const auto& path = entry.path();
      if (!entry.is_regular_file() || path.extension() == ".lock") continue;
      found.push_back(std::filesystem::relative(path, scratch_ / name).string());
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  static std::string read_data(const std::string& name) {
    std::ifstream file(fmt::format("{}/cli/{}", RUNG_TEST_DATA, name), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  }

 private:
  /// Hands on what it showed when it goes.
  class Recorded final : public ScriptedConsole {
   public:
    Recorded(std::vector<Event> events, Dialect dialect, std::string& screen)
        : ScriptedConsole(std::move(events), dialect), screen_(screen) {}
    Recorded(const Recorded&) = delete;
    Recorded& operator=(const Recorded&) = delete;
    ~Recorded() override { screen_ = text(); }

   private:
    std::string& screen_;
  };

  std::chrono::milliseconds clock_{0};
  Scratch scratch_;
  std::filesystem::path came_from_;
  int identities_ = 0;  ///< how many were given
};

/// `text` with every run of white space as one space, so that a sentence is found however it was wrapped.
inline std::string unwrap(const std::string& text) {
  std::istringstream words(text);
  std::string flat;
  for (std::string word; words >> word;) flat += fmt::format("{}{}", flat.empty() ? "" : " ", word);
  return flat;
}

/// The days of TwoSeasons, and where Ana's draft is kept.
inline const std::string winter = "2026-01-15";
inline const std::string spring = "2026-04-15";
inline const std::string draft = "home/drafts/baker/ana.json";

/// A program with the baker's ladder and no answers.
struct Bakery : Program {
  Bakery() { use_ladder("baker.yaml"); }

  /// Finishes an assessment in which every behavior has the same rating.
  Ran rate_all(int rating, const std::string& when) {
    at = when;
    std::vector<std::string> arguments{"assess", "baker"};
    for (const char* behavior : {"weigh", "fold", "wait", "steam", "colour"}) {
      arguments.emplace_back("--set");
      arguments.push_back(fmt::format("{}={}", behavior, rating));
    }
    return run(std::move(arguments));
  }
};

/// Two assessments by ana, in winter and in spring.
struct TwoSeasons : Bakery {
  TwoSeasons() {
    rate_all(2, "2026-01-15T09:00:00Z");
    rate_all(3, "2026-04-15T09:00:00Z");
  }
};

}  // namespace rung
