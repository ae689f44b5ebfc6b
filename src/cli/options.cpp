#include "options.hpp"

#include <fmt/format.h>

#include <rung/diagnostic/source.hpp>
#include <rung/error.hpp>

namespace rung::cli {

CLI::Validator needs_something() {
  return {[](const std::string& text) { return std::string(text.empty() ? "needs a name" : ""); }, ""};
}

void check_line(std::string_view option, const std::string& text) {
  std::string forbidden = find_forbidden_character(text);
  if (forbidden.empty() && text.find_first_of("\n\t") != std::string::npos) forbidden = "line break or tab";
  if (forbidden.empty()) return;
  throw Error(ExitCode::usage, fmt::format("{} contains the character {}, which is not allowed", option, forbidden),
              "write it in UTF-8, in one line, without control characters");
}

}  // namespace rung::cli
