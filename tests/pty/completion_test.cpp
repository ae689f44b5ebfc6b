#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "catch.hpp"
#include "pty/assessing.hpp"
#include "skip.hpp"

using namespace rung;

namespace {

/// An interactive shell without anybody's settings.
struct CompletingShell {
  std::string name;
  std::vector<std::string> command;
  std::string load;  ///< what is typed to load the script
};

const std::vector<CompletingShell>& all_shells() {
  static const std::vector<CompletingShell> shells{
      {"bash", {"bash", "--norc", "--noprofile", "-i"}, "source <(rung completion bash)"},
      {"zsh", {"zsh", "-f", "-i"}, "autoload -Uz compinit && compinit -u -D && source <(rung completion zsh)"},
      {"fish", {"fish", "--no-config", "-i"}, "rung completion fish | source"}};
  return shells;
}

bool is_installed(const std::string& name) {
  return std::system(fmt::format("command -v {} >/dev/null 2>&1", name).c_str()) == 0;
}

SessionOptions person() {
  SessionOptions options;
  options.columns = 200;
  const std::string folder = std::filesystem::path(RUNG_PROGRAM).parent_path().string();
  options.environment = {{"PATH", fmt::format("{}:{}", folder, std::getenv("PATH"))}, {"USER", "kim"}, {"PS1", "$ "}};
  return options;
}

SessionOptions person_with(const CompletingShell& shell, const std::string& home) {
  SessionOptions options = person();
  options.environment.emplace_back("HOME", home);
  options.command = shell.command;
  return options;
}

class ShellSession {
 public:
  ShellSession(const Scratch& scratch, const CompletingShell& shell)
      : session_(scratch / "home", {}, person_with(shell, scratch / "user")) {
    session_.type(fmt::format("cd '{}'; {}; {}\r", scratch / "user", shell.load, "printf 'load''ed%s' ''"));
    session_.wait_for("loaded");
  }

  /// Types the line, has its last word completed, and lets the shell print the words that came of it.
  void expect(const std::string& typed, const std::string& more, const std::string& words) {
    INFO(typed);
    session_.type(fmt::format("{}\t", typed));
    session_.pause(500);
    // Back to the beginning of the line.
    session_.type(fmt::format("{}\x01printf '<%s>' \r", more));
    session_.wait_for(words);
  }

 private:
  Session session_;
};

}  // namespace

TEST_CASE("real shells complete commands, options, formats, ladders, references, and behaviors", "[completion]") {
  for (const CompletingShell& shell : all_shells()) {
    if (!is_installed(shell.name)) {
      skip(fmt::format("{} is not installed", shell.name));
      continue;
    }
    INFO(shell.name);
    const Scratch scratch;
    std::filesystem::create_directories(scratch / "user");
    scratch.write("user/mine.yaml", "id: mine\n");
    REQUIRE(Session(scratch / "home", {"assess", "ic3-mle", "--set", "1=3"}, person()).wait_for_exit() == 5);
    ShellSession session(scratch, shell);
    session.expect("rung rep", "", "<rung><report>");
    session.expect("rung ladder li", "", "<rung><ladder><list>");
    session.expect("rung report --fu", "", "<rung><report><--full>");
    session.expect("rung report --format ma", "", "<rung><report><--format><markdown>");
    session.expect("rung report --format=ma", "", "<rung><report><--format=markdown>");
    session.expect("rung assess ic4", "", "<rung><assess><ic4-mle>");
    session.expect("rung report draf", "", "<rung><report><drafts/ic3-mle/kim>");
    session.expect("rung log list -b set-g", "", "<rung><log><list><-b><set-goals>");
    session.expect("rung assess --set set-g", "3", "<rung><assess><--set><set-goals=3>");
    session.expect("rung ladder check min", "", "<rung><ladder><check><mine.yaml>");
  }
}
