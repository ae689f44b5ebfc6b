#include <csignal>
#include <regex>
#include <string>
#include <vector>

#include "catch.hpp"
#include "pty/assessing.hpp"

using namespace rung;

namespace {

/// A home with one finished assessment, and a pager that is a shell script.
struct Reader {
  Scratch scratch;
  std::string home = scratch / "home";

  explicit Reader(const std::string& script) {
    scratch.write("a pager", "#!/bin/sh\n" + script + "\n", 0700);
    SessionOptions options;
    options.command = {
        "sh", "-c", "exec \"$RUNG\" assess --answers '" RUNG_SOURCE_ROOT "/examples/sample-answers.yaml' >/dev/null"};
    REQUIRE(Session(home, {}, options).wait_for_exit() == 0);
  }

  [[nodiscard]] SessionOptions options() const {
    SessionOptions options;
    options.environment = {{"PAGER", "'" + (scratch / "a pager") + "' --now"}};
    return options;
  }
};

}  // namespace

TEST_CASE("a report that is longer than the screen is given to the pager, which has the terminal", "[pty]") {
  const Reader reader(
      "printf 'lines %s LESS %s %s ' \"$(wc -l)\" \"$LESS\" \"$1\"\nread -r line </dev/tty; echo got $line");
  Session session(reader.home, {"report", "--full"}, reader.options());
  session.wait_for("LESS FRX --now");
  session.type("q\n");
  CHECK(session.wait_for_exit() == 0);
  CHECK_THAT(session.output(), ContainsSubstring("got q") && !ContainsSubstring("A mirror"));
  CHECK(session.is_terminal_restored());
}

TEST_CASE("a pager gets all of a text that is more than a pipe holds, and Ctrl-C is its own affair", "[pty]") {
  const Reader reader("trap 'echo caught' INT; echo waiting; sleep 2; wc -l; echo done");
  Session session(reader.home, {"ladder", "show", write_ladder(reader.scratch, 2'000)}, reader.options());
  session.wait_for("waiting");
  session.type("\x03");
  session.wait_for("done");
  CHECK(session.wait_for_exit() == 0);
  CHECK_THAT(session.output(), ContainsSubstring("caught"));
  std::smatch lines;
  const std::string output = without_styles(session.output());
  REQUIRE(std::regex_search(output, lines, std::regex("(\\d+)\\s+done")));
  CHECK(std::stoi(lines[1]) > 2'000);
}

TEST_CASE("whoever does not want the rest may quit the pager", "[pty]") {
  const Reader reader("head -n 1; exit 3");
  Session session(reader.home, {"ladder", "show", write_ladder(reader.scratch, 2'000)}, reader.options());
  CHECK(session.wait_for_exit() == 0);
  CHECK_THAT(session.output(), !ContainsSubstring("behavior 1000"));
}

TEST_CASE("without a pager the report is printed", "[pty]") {
  const Reader reader("echo paged");
  SessionOptions options = reader.options();
  std::vector<std::string> arguments{"report", "--full"};
  SECTION("--no-pager") { arguments.emplace_back("--no-pager"); }
  SECTION("empty") { options.environment.emplace_back("RUNG_PAGER", ""); }
  SECTION("cat") { options.environment.emplace_back("RUNG_PAGER", "cat"); }
  SECTION("not there") { options.environment.emplace_back("RUNG_PAGER", "/nowhere/pager"); }
  SECTION("pager with a wrong option") { options.environment.emplace_back("RUNG_PAGER", "echo usage >&2; exit 2"); }
  SECTION("pager of a pipe without a program") { options.environment.emplace_back("RUNG_PAGER", "/nowhere/a | wc -c"); }
  SECTION("pager that crashes") { options.environment.emplace_back("RUNG_PAGER", "kill -SEGV $$"); }
  SECTION("enough rows") { options.rows = 400; }
  Session session(reader.home, arguments, options);
  CHECK(session.wait_for_exit() == 0);
  CHECK_THAT(session.output(), ContainsSubstring("Every responsibility") &&
                                   ContainsSubstring("A mirror, not a promotion") && !ContainsSubstring("paged"));
}

TEST_CASE("a program that is asked to end while its pager runs ends it too", "[pty]") {
  const Reader reader("echo reading; exec sleep 60");
  Session session(reader.home, {"report", "--full"}, reader.options());
  session.wait_for("reading");
  session.send_signal(SIGTERM);
  session.wait_for_exit();
  CHECK(session.is_terminal_restored());
}
