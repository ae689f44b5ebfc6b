#include <fcntl.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "catch.hpp"
#include "store/scratch.hpp"
#include "terminal/child.hpp"

#include <rung/terminal/open_console.hpp>
#include <rung/terminal/process_setup.hpp>
#include <rung/terminal/programs.hpp>

using namespace rung;

namespace {

/// What the program under test ends with: the code of the borrower, 100 and the signal that killed it, or 200 and the
/// signal that asks this program to end. 99 when keys do not come singly afterwards.
int lend_to(const std::string& script, Dialect dialect) {
  const auto console = open_console({}, dialect, {0, 1});
  const ProgramEnd end = console->lend({"sh", "-c", script});
  if (const auto* killed = std::get_if<Killed>(&end)) return 100 + killed->signal;
  if (const auto* interrupted = std::get_if<Interrupted>(&end)) return 200 + interrupted->signal;
  termios mode{};
  ::tcgetattr(0, &mode);
  const bool is_single = (mode.c_lflag & (ICANON | ECHO)) == 0;
  const bool wants_single = dialect == Dialect::keys;
  return is_single == wants_single ? std::get<Exited>(end).code : 99;
}

template <class Condition>
bool comes_true(Condition condition) {
  for (int tries = 0; tries < 500; ++tries) {
    if (condition()) return true;
    ::usleep(10'000);
  }
  return false;
}

/// The process that wrote its number into `file`.
pid_t read_pid(const std::string& file) {
  pid_t process = 0;
  REQUIRE(std::ifstream(file) >> process);
  return process;
}

bool is_gone(const std::string& file) {
  return comes_true([process = read_pid(file)] { return ::kill(process, 0) != 0; });
}

bool is_stopped(const std::string& file) {
  return comes_true([process = read_pid(file)] {
    std::string number;
    std::string name;
    std::string state;
    std::ifstream("/proc/" + std::to_string(process) + "/stat") >> number >> name >> state;
    return state == "T";
  });
}

auto lend_keys_to(const std::string& script) {
  return [script] { return lend_to(script, Dialect::keys); };
}

}  // namespace

TEST_CASE("a program that borrows the terminal gets it as it was, and gives it back", "[terminal]") {
  Child child(lend_keys_to("stty -a | grep -q ' icanon.* echo ' && read -r line && test \"$line\" = hello && exit 7"));
  child.type("hello\n");
  CHECK(child.exit_code() == 7);
  Child lines([] { return lend_to("exit 5", Dialect::lines); });
  CHECK(lines.exit_code() == 5);
}

TEST_CASE("a program that cannot be found is refused, or told by the shell that looked for it", "[terminal]") {
  Child in_a_shell(lend_keys_to("exec /no/such/program"));
  CHECK(in_a_shell.exit_code() == 127);
  Child directly([] {
    const auto console = open_console({}, Dialect::keys, {0, 1});
    try {
      console->lend({"/no/such/program"});
    } catch (const std::system_error& refused) {
      return refused.code() == std::errc::no_such_file_or_directory ? 7 : 8;
    }
    return 9;
  });
  CHECK(directly.exit_code() == 7);
}

TEST_CASE("Ctrl-C belongs to the borrower, unless it dies of it", "[terminal]") {
  Child caught(lend_keys_to("trap 'exit 3' INT; echo ready; while :; do sleep 0.05; done"));
  REQUIRE(caught.wait_for("ready"));
  caught.type("\x03");
  CHECK(caught.exit_code() == 3);
  Child died(lend_keys_to("echo ready; exec sleep 20"));
  REQUIRE(died.wait_for("ready"));
  died.type("\x03");
  CHECK(died.exit_code() == 200 + SIGINT);
}

TEST_CASE("a signal that asks the program to end ends the borrower first", "[terminal]") {
  for (const int signal : {SIGTERM, SIGHUP}) {
    const Scratch scratch;
    Child child(lend_keys_to("echo $$ > " + (scratch / "pid") + "; echo ready; exec sleep 20"));
    REQUIRE(child.wait_for("ready"));
    child.send(signal);
    CHECK(child.exit_code() == 200 + signal);
    CHECK(is_gone(scratch / "pid"));
  }
}

TEST_CASE("a borrower that does not end when asked is ended by force", "[terminal]") {
  const Scratch scratch;
  Child child(lend_keys_to("trap '' TERM; echo $$ > " + (scratch / "pid") + "; echo ready; sleep 20"));
  REQUIRE(child.wait_for("ready"));
  child.send(SIGTERM);
  CHECK(child.exit_code() == 200 + SIGTERM);
  CHECK(is_gone(scratch / "pid"));
}

TEST_CASE("a borrower that leaves the terminal in another mode does no harm to whole lines", "[terminal]") {
  Child child([] { return lend_to("stty raw -echo; kill -9 $$", Dialect::lines); });
  CHECK(child.exit_code() == 100 + SIGKILL);
  Child after([] {
    const auto console = open_console({}, Dialect::lines, {0, 1});
    console->lend({"sh", "-c", "stty raw -echo"});
    termios mode{};
    ::tcgetattr(0, &mode);
    return (mode.c_lflag & (ICANON | ECHO)) == (ICANON | ECHO) ? 7 : 8;
  });
  CHECK(after.exit_code() == 7);
}

TEST_CASE("a borrower that crashes is told by its signal", "[terminal]") {
  Child child(lend_keys_to("kill -SEGV $$"));
  CHECK(child.exit_code() == 100 + SIGSEGV);
}

TEST_CASE("a stopped borrower is continued, and ends by itself when the program is asked to end", "[terminal]") {
  for (const int signal : {SIGTERM, SIGHUP}) {
    const Scratch scratch;
    const std::string name = signal == SIGTERM ? "TERM" : "HUP";
    Child child(lend_keys_to("trap 'echo done > " + (scratch / "done") + "; exit 0' " + name + "; echo $$ > " +
                             (scratch / "pid") + "; echo ready; kill -STOP $$; while :; do sleep 0.05; done"));
    REQUIRE(child.wait_for("ready"));
    REQUIRE(is_stopped(scratch / "pid"));
    child.send(signal);
    CHECK(child.exit_code() == 200 + signal);
    CHECK(is_gone(scratch / "pid"));
    CHECK(std::ifstream(scratch / "done").good());
  }
}

TEST_CASE("a program starts with the signals of a login, whatever this one ignores", "[terminal]") {
  for (const char* signal : {"PIPE", "XFSZ"}) {
    INFO(signal);
    // A shell that started with the signal ignored cannot undo that: it would go on and exit.
    const std::string script = "kill -" + std::string(signal) + " $$; exit 0";
    Child lent([&script] {
      ignore_write_signals();
      return lend_to(script, Dialect::keys);
    });
    CHECK(lent.exit_code() == 100 + (std::string(signal) == "PIPE" ? SIGPIPE : SIGXFSZ));
    Child launched([&script] {
      ignore_write_signals();
      return launch_program({"sh", "-c", script}) ? 1 : 0;
    });
    CHECK(launched.exit_code() == 0);
  }
}

namespace {

/// What `script` prints, and how it ends.
struct Captured {
  ProgramOutput output;
  std::string out;
};

Captured capture(const std::string& script, const std::vector<std::string>& settings = {}) {
  Captured captured;
  captured.output =
      capture_program({"sh", "-c", script}, settings, [&captured](std::string_view piece) { captured.out += piece; });
  return captured;
}

}  // namespace

TEST_CASE("the output of a program is captured, however much it is", "[terminal]") {
  const Captured captured = capture("echo to out; echo to err >&2; exit 3");
  CHECK(captured.out == "to out\n");
  CHECK(captured.output.err == "to err\n");
  CHECK(captured.output.end == ProgramEnd(Exited{3}));
  const Captured much = capture("yes out | head -c 3000000; yes err | head -c 3000000 >&2");
  CHECK(much.out.size() == 3'000'000);
  CHECK(much.output.err.size() == 16U << 10U);
  CHECK(capture("kill -KILL $$").output.end == ProgramEnd(Killed{SIGKILL}));
}

TEST_CASE("a captured program has no input, and the environment that it is given", "[terminal]") {
  CHECK(capture("cat; echo done").out == "done\n");
  CHECK(capture("echo $RUNG_TEST-$HOME-", {"RUNG_TEST=a=b", "HOME"}).out == "a=b--\n");
  CHECK_FALSE(capture("echo $PATH").out == "\n");
  // The pipes themselves are not inherited; what this program was started with is.
  std::string inherited;
  for (int file = 3; file <= 9; ++file) {
    const int flags = fcntl(file, F_GETFD);
    const int mode = fcntl(file, F_GETFL);
    if (flags >= 0 && (flags & FD_CLOEXEC) == 0 && (mode & O_ACCMODE) != O_RDONLY)
      inherited += fmt::format("{}\n", file);
  }
  CHECK(capture("for n in 3 4 5 6 7 8 9; do ( : >&$n ) 2>/dev/null && echo $n; done; true").out == inherited);
}

TEST_CASE("a program that cannot be found cannot be captured", "[terminal]") {
  CHECK_THROWS_AS(capture_program({"rung-no-such-program"}, {}, [](std::string_view) {}), std::system_error);
}
