#include <termios.h>

#include <string>
#include <vector>

#include "catch.hpp"
#include "terminal/child.hpp"

#include <rung/terminal/key_console.hpp>
#include <rung/terminal/line_console.hpp>

using namespace rung;

namespace {

/// What the program under test ends with: the code of the borrower, 100 and the signal that killed it, or 200 and the
/// signal that asks this program to end. 99 when keys do not come singly afterwards.
template <class Which>
int lend_to(const std::string& script) {
  Which console({0, 1}, Paint{});
  const ProgramEnd end = console.lend({"sh", "-c", script});
  if (const auto* killed = std::get_if<Killed>(&end)) return 100 + killed->signal;
  if (const auto* interrupted = std::get_if<Interrupted>(&end)) return 200 + interrupted->signal;
  termios mode{};
  ::tcgetattr(0, &mode);
  const bool is_single = (mode.c_lflag & (ICANON | ECHO)) == 0;
  const bool wants_single = console.dialect() == Dialect::keys;
  return is_single == wants_single ? std::get<Exited>(end).code : 99;
}

auto lend_keys_to(const std::string& script) {
  return [script] { return lend_to<KeyConsole>(script); };
}

}  // namespace

TEST_CASE("a program that borrows the terminal gets it as it was, and gives it back", "[terminal]") {
  Child child(lend_keys_to("stty -a | grep -q ' icanon.* echo ' && read -r line && test \"$line\" = hello && exit 7"));
  child.type("hello\n");
  CHECK(child.exit_code() == 7);
  Child lines([] { return lend_to<LineConsole>("exit 5"); });
  CHECK(lines.exit_code() == 5);
}

TEST_CASE("a program that cannot be found ends like one in a shell", "[terminal]") {
  Child child([] {
    KeyConsole console({0, 1}, Paint{});
    return std::get<Exited>(console.lend({"/no/such/program"})).code;
  });
  CHECK(child.exit_code() == 127);
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
    Child child(lend_keys_to("echo ready; exec sleep 20"));
    REQUIRE(child.wait_for("ready"));
    child.send(signal);
    CHECK(child.exit_code() == 200 + signal);
  }
}

TEST_CASE("a borrower that does not end when asked is ended by force", "[terminal]") {
  Child child(lend_keys_to("trap '' TERM; echo ready; sleep 20"));
  REQUIRE(child.wait_for("ready"));
  child.send(SIGTERM);
  CHECK(child.exit_code() == 200 + SIGTERM);
}

TEST_CASE("a borrower that crashes is told by its signal", "[terminal]") {
  Child child(lend_keys_to("kill -SEGV $$"));
  CHECK(child.exit_code() == 100 + SIGSEGV);
}
