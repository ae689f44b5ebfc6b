#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "terminal/child.hpp"

#include <rung/terminal/facts.hpp>
#include <rung/terminal/open_console.hpp>

using namespace rung;

namespace {

/// Both ends of a pseudo-terminal in this process.
struct Pair {
  explicit Pair(unsigned short columns = 72) {
    winsize size{24, columns, 0, 0};
    REQUIRE(::openpty(&person, &program, nullptr, nullptr, &size) == 0);
  }
  Pair(const Pair&) = delete;
  Pair& operator=(const Pair&) = delete;
  ~Pair() {
    ::close(person);
    ::close(program);
  }

  void type(std::string_view keys) const {
    REQUIRE(::write(person, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
  }
  [[nodiscard]] termios mode() const {
    termios now{};
    REQUIRE(::tcgetattr(program, &now) == 0);
    return now;
  }
  /// What the program wrote, once `count` bytes of it have come; less after two seconds.
  [[nodiscard]] std::string see(std::size_t count) const {
    std::string text;
    pollfd waiting{person, POLLIN, 0};
    while (text.size() < count && ::poll(&waiting, 1, 2'000) == 1) {
      std::array<char, 4096> bytes{};
      const ssize_t arrived = ::read(person, bytes.data(), bytes.size());
      if (arrived <= 0) break;
      text.append(bytes.data(), static_cast<std::size_t>(arrived));
    }
    return text;
  }

  [[nodiscard]] std::unique_ptr<Console> open_keys() const {
    return open_console({}, Dialect::keys, {program, program});
  }

  int person = -1;
  int program = -1;
};

bool is_same(const termios& left, const termios& right) {
  return left.c_iflag == right.c_iflag && left.c_oflag == right.c_oflag && left.c_cflag == right.c_cflag &&
         left.c_lflag == right.c_lflag && std::equal(std::begin(left.c_cc), std::end(left.c_cc), right.c_cc);
}

/// Prints what arrives; ends with the number of the signal, or 99 at the end of input.
int print_events(Dialect dialect) {
  const auto console = open_console({}, dialect, {0, 1});
  console->print({line("ready")});
  for (;;) {
    const Event event = console->read();
    if (const auto* typed = std::get_if<Typed>(&event))
      console->print({line("typed " + std::string(1, static_cast<char>(typed->character)))});
    else if (const auto* typed_line = std::get_if<TypedLine>(&event))
      console->print({line("line " + typed_line->text)});
    else if (const auto* interrupted = std::get_if<Interrupted>(&event))
      return interrupted->signal;
    else if (std::holds_alternative<Resumed>(event))
      console->print({line("resumed")});
    else if (std::holds_alternative<EndOfInput>(event))
      return 99;
  }
}

int print_keys() { return print_events(Dialect::keys); }
int print_lines() { return print_events(Dialect::lines); }

}  // namespace

TEST_CASE("the mode of the terminal is put back", "[terminal]") {
  const Pair pair;
  const termios before = pair.mode();
  {
    const auto console = pair.open_keys();
    const termios during = pair.mode();
    CHECK((during.c_lflag & (ICANON | ECHO)) == 0);
    CHECK((during.c_lflag & (ISIG | NOFLSH)) == (ISIG | NOFLSH));
  }
  CHECK(is_same(pair.mode(), before));
  const std::string expected = "\x1b[?2004h\x1b[?2004l";
  CHECK(pair.see(expected.size()) == expected);
}

TEST_CASE("a closed console leaves the signals as they were", "[terminal]") {
  const auto look = [] {
    sigset_t mask;
    REQUIRE(::sigprocmask(SIG_BLOCK, nullptr, &mask) == 0);
    std::vector<std::pair<bool, void (*)(int)>> signals;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGCHLD}) {
      struct sigaction action {};
      REQUIRE(::sigaction(signal, nullptr, &action) == 0);
      signals.emplace_back(::sigismember(&mask, signal) == 1, action.sa_handler);
    }
    return signals;
  };
  const Pair pair;
  // Whatever an earlier console left blocked would hide what this one leaves.
  sigset_t none;
  ::sigemptyset(&none);
  REQUIRE(::sigprocmask(SIG_SETMASK, &none, nullptr) == 0);
  const auto before = look();
  for (const Dialect dialect : {Dialect::keys, Dialect::lines}) {
    open_console({}, dialect, {pair.program, pair.program});
    CHECK(look() == before);
  }
}

TEST_CASE("what was typed before the questions came is kept in order", "[terminal]") {
  const Pair pair;
  pair.type("12");
  const auto console = pair.open_keys();
  pair.type("3");
  for (const char32_t expected : {U'1', U'2', U'3'}) CHECK(console->read() == Event{Typed{expected}});
}

TEST_CASE("Escape alone arrives after a moment", "[terminal]") {
  const Pair pair;
  const auto console = pair.open_keys();
  pair.type("\x1b");
  CHECK(console->read() == Event{Pressed{KeyName::escape}});
}

TEST_CASE("text is painted: nothing in it can drive the terminal", "[terminal]") {
  const Pair pair;
  const auto console = pair.open_keys();
  REQUIRE(pair.see(8) == "\x1b[?2004h");
  console->print_inline(line("a\x1b[2J"));
  console->ring();
  const std::string expected = "a\\u{1B}[2J\a";
  CHECK(pair.see(expected.size()) == expected);
}

TEST_CASE("a line that grows at its end is appended to, and any other change draws all of it anew", "[terminal]") {
  const Pair pair;
  const auto console = pair.open_keys();
  REQUIRE(pair.see(8) == "\x1b[?2004h");
  const LineDrawing empty{{""}, 3, 0, 3};
  const LineDrawing one{{"ab"}, 3, 0, 5};
  const LineDrawing two{{"abcd", "e"}, 3, 1, 4};
  const LineDrawing moved{{"abcd", "e"}, 3, 0, 4};
  const std::string drawn[] = {"ab", "\x1b[4G\x1b[Jabcd\r\n\x1b[4Ge\x1b[5G",
                               "\x1b[1A\x1b[4G\x1b[Jabcd\r\n\x1b[4Ge\x1b[1A\x1b[5G", "\x1b[4G\x1b[J\x1b[4G"};
  console->draw(empty, one);
  CHECK(pair.see(drawn[0].size()) == drawn[0]);
  console->draw(one, two);
  CHECK(pair.see(drawn[1].size()) == drawn[1]);
  console->draw(two, moved);
  CHECK(pair.see(drawn[2].size()) == drawn[2]);
  console->draw(moved, moved);
  console->draw(moved, empty);
  CHECK(pair.see(drawn[3].size()) == drawn[3]);
}

TEST_CASE("the width is read anew each time, within its limits", "[terminal]") {
  const Pair pair;
  const auto console = pair.open_keys();
  CHECK(console->width() == 72);
  const winsize wide{24, 250, 0, 0};
  REQUIRE(::ioctl(pair.person, TIOCSWINSZ, &wide) == 0);
  CHECK(console->width() == 100);
  CHECK(usable_width(5) == 20);
  CHECK(usable_width(std::nullopt) == 80);
}

TEST_CASE("what is no terminal gives no keys", "[terminal]") {
  std::array<int, 2> pipe{};
  REQUIRE(::pipe(pipe.data()) == 0);
  CHECK_THROWS_AS(open_console({}, Dialect::keys, {pipe[0], pipe[1]}), std::system_error);
  ::close(pipe[0]);
  ::close(pipe[1]);
}

TEST_CASE("Ctrl-C and the signals that end a program arrive as events", "[terminal]") {
  Child by_key(print_keys);
  REQUIRE(by_key.wait_for("ready"));
  by_key.type("\x03");
  CHECK(by_key.exit_code() == SIGINT);
  for (const int signal : {SIGTERM, SIGHUP, SIGQUIT}) {
    Child child(print_keys);
    REQUIRE(child.wait_for("ready"));
    child.send(signal);
    CHECK(child.exit_code() == signal);
  }
}

TEST_CASE("a terminal that is closed ends the program with its signal", "[terminal]") {
  Child child(print_keys);
  REQUIRE(child.wait_for("ready"));
  child.hang_up();
  CHECK(child.exit_code() == SIGHUP);
}

TEST_CASE("Ctrl-Z stops the program, and it comes back with its keys", "[terminal]") {
  // The session leader of a terminal belongs to no job control, so the program under test is one process further down.
  Child child([] {
    const pid_t job = ::fork();
    if (job == 0) {
      ::setpgid(0, 0);
      ::signal(SIGTTOU, SIG_IGN);
      ::tcsetpgrp(0, ::getpid());
      ::signal(SIGTTOU, SIG_DFL);
      ::_exit(print_keys());
    }
    int status = 0;
    ::waitpid(job, &status, WUNTRACED);
    termios mode{};
    ::tcgetattr(0, &mode);
    const bool is_put_right = (mode.c_lflag & ICANON) != 0 && (mode.c_lflag & ECHO) != 0;
    if (!WIFSTOPPED(status) || !is_put_right) return 98;
    ::kill(job, SIGCONT);
    ::waitpid(job, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 97;
  });
  REQUIRE(child.wait_for("ready"));
  child.type("\x1a");
  REQUIRE(child.wait_for("resumed"));
  child.type("4");
  CHECK(child.wait_for("typed 4"));
  child.type("\x03");
  CHECK(child.exit_code() == SIGINT);
}

TEST_CASE("whole lines come without a change of mode or an escape", "[terminal]") {
  Child child(print_lines);
  REQUIRE(child.wait_for("ready"));
  child.type("n we have none\n");
  CHECK(child.wait_for("line n we have none"));
  child.type("\x04");
  CHECK(child.exit_code() == 99);
}

TEST_CASE("a line that the terminal cut is told apart", "[terminal]") {
  std::array<int, 2> pipe{};
  REQUIRE(::pipe(pipe.data()) == 0);
  const std::string lines = std::string(4'093, 'x') + "\n" + std::string(4'094, 'x') + "\nend\nrest";
  REQUIRE(::write(pipe[1], lines.data(), lines.size()) == static_cast<ssize_t>(lines.size()));
  ::close(pipe[1]);
  {
    const auto console = open_console({}, Dialect::lines, {pipe[0], 1});
    CHECK(std::get<TypedLine>(console->read()).arrival == Arrival::whole);
    CHECK(std::get<TypedLine>(console->read()).arrival == Arrival::cut);
    CHECK(console->read() == Event{TypedLine{"end", Arrival::whole}});
    CHECK(console->read() == Event{EndOfInput{}});
  }
  ::close(pipe[0]);
}
