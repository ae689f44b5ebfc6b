#include "catch.hpp"

#include <rung/error.hpp>
#include <rung/ladder/ladder.hpp>
#include <rung/store/home.hpp>

#include "store/scratch.hpp"

using namespace rung;

TEST_CASE("the home is RUNG_HOME, else below XDG_DATA_HOME, else below HOME", "[store]") {
  CHECK(find_home({"/r/", "/x", "/h"}).root == "/r");
  CHECK(find_home({"relative", "/x", "/h"}).root == "relative");
  CHECK(find_home({std::nullopt, "/x", "/h"}).root == "/x/rung");
  CHECK(find_home({"", "/x/", "/h"}).root == "/x/rung");
  CHECK(find_home({std::nullopt, "relative", "/h"}).root == "/h/.local/share/rung");
  CHECK(find_home({std::nullopt, "", "/h"}).root == "/h/.local/share/rung");
}

TEST_CASE("without any home the message says which variable to set", "[store]") {
  const Error error = error_of([] { (void)find_home({std::nullopt, std::nullopt, "not/absolute"}); });
  CHECK(error.what() == std::string("cannot tell where to keep assessments: neither RUNG_HOME nor HOME is set"));
  CHECK(error.hint() == "set RUNG_HOME to a directory, such as RUNG_HOME=~/rung");
  CHECK(error.code() == ExitCode::usage);
}
