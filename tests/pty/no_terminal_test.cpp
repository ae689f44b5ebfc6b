#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "catch.hpp"
#include "pty/assessing.hpp"

using namespace rung;

namespace {

/// Far more than the program needs, and far less than for ever.
constexpr std::chrono::seconds soon{5};

/// Runs rung in a terminal, with one of its streams led elsewhere by the shell.
SessionOptions redirected(const std::string& redirection) {
  SessionOptions options;
  options.command = {"sh", "-c", "exec \"$RUNG\" assess " + redirection};
  return options;
}

}  // namespace

TEST_CASE("with one stream that is no terminal it ends at once, says which, and writes nothing", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  REQUIRE(mkfifo((home + ".idle").c_str(), 0600) == 0);
  struct Case {
    std::string redirection;
    std::string missing;  ///< empty where nobody can be told
  };
  const Case led = GENERATE(Case{"</dev/null", "no terminal on standard input"},
                            // Opened both ways, a pipe neither blocks nor ends.
                            Case{"0<>\"$RUNG_HOME.idle\"", "no terminal on standard input"},
                            Case{"<&-", "no terminal on standard input"},
                            Case{">\"$RUNG_HOME.file\"", "no terminal on standard output"}, Case{"2>&-", ""});
  INFO(led.redirection);
  const auto begin = std::chrono::steady_clock::now();
  Session session(home, {}, redirected(led.redirection));
  CHECK(session.wait_for_exit() == 2);
  CHECK(std::chrono::steady_clock::now() - begin < soon);
  CHECK(session.is_terminal_restored());
  if (led.missing.empty()) {
    CHECK(session.output().empty());
  } else {
    CHECK_THAT(without_styles(session.output()), ContainsSubstring(led.missing));
    CHECK_THAT(without_styles(session.output()), ContainsSubstring("--answers FILE"));
  }
  CHECK_FALSE(std::filesystem::exists(home));
  if (std::filesystem::exists(home + ".file")) CHECK(std::filesystem::file_size(home + ".file") == 0);
}

TEST_CASE("without any terminal it ends at once and writes nothing", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    setsid();
    const int nothing = open("/dev/null", O_RDWR);
    for (const int stream : {0, 1, 2}) dup2(nothing, stream);
    setenv("RUNG_HOME", home.c_str(), 1);
    execl(RUNG_PROGRAM, RUNG_PROGRAM, "assess", static_cast<char*>(nullptr));
    _exit(127);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(std::chrono::steady_clock::now() - begin < soon);
  CHECK(WEXITSTATUS(status) == 2);
  CHECK_FALSE(std::filesystem::exists(home));
}

TEST_CASE("without a standard output the report goes nowhere, least of all into a data file", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  const std::string command = "RUNG_HOME='" + home +
                              "' '" RUNG_PROGRAM
                              "' assess --as Kim --partial --set own-projects=3 >&- 2>/dev/null </dev/null";
  CHECK(WEXITSTATUS(std::system(command.c_str())) == 4);
  CHECK(std::filesystem::file_size(home + "/drafts/ic3-mle/kim.lock") == 0);
}
