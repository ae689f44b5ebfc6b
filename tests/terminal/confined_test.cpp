#include <rung/terminal/confined.hpp>

#include <csignal>
#include <ctime>
#include <stdexcept>
#include <string>

#include "catch.hpp"

using namespace rung;

namespace {

constexpr Confines roomy{20, 512};

}  // namespace

TEST_CASE("the result of a confined function comes back whole, its changes do not", "[terminal]") {
  int changed = 0;
  const std::string long_one(300'000, '\0');
  const auto result = run_confined(roomy, [&] {
    changed = 1;
    return long_one;
  });
  REQUIRE(result);
  CHECK(*result == long_one);
  CHECK(changed == 0);
  CHECK(run_confined(roomy, [] { return std::string(); }) == std::string());
}

TEST_CASE("a confined function that fails has no result", "[terminal]") {
  CHECK_FALSE(run_confined(roomy, []() -> std::string { throw std::runtime_error("no"); }));
  CHECK_FALSE(run_confined(roomy, []() -> std::string {
    static_cast<void>(std::raise(SIGKILL));
    return "survived";
  }));
}

TEST_CASE("a confined function computes no longer than it may", "[terminal]") {
  const auto compute = [] {
    while (std::clock() < 20 * CLOCKS_PER_SEC) {
    }
    return std::string("done");
  };
  CHECK_FALSE(run_confined({1, 512}, compute));
}

// AddressSanitizer reserves more memory than any limit that would be worth setting. GCC and clang say so differently.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define RUNG_HAS_SHADOW_MEMORY
#endif
#endif
#if !defined(__SANITIZE_ADDRESS__) && !defined(RUNG_HAS_SHADOW_MEMORY)
TEST_CASE("a confined function takes no more memory than it may", "[terminal]") {
  const auto fill = [] { return std::string(256U << 20U, 'x').substr(0, 1); };
  CHECK(run_confined({20, 600}, fill));
  CHECK_FALSE(run_confined({20, 200}, fill));
}
#endif
