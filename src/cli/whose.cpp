#include "whose.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <rung/error.hpp>
#include <rung/text/ascii.hpp>

namespace rung::cli {
namespace {

bool is_latest(const std::string& reference) {
  return reference.empty() || reference == "latest" || reference.starts_with("latest~");
}

}  // namespace

void Whose::declare(Options& options) {
  options.value("--about NAME", subject, "Latest assessment about NAME")->check(needs_something());
  options.text("--as NAME[:ROLE]", "Latest assessment by NAME", [this](const std::string& text) {
    const std::size_t colon = text.rfind(':');
    rater = text.substr(0, colon);
    if (colon != std::string::npos) {
      role = parse_rater_role(text.substr(colon + 1));
      if (!role)
        throw Error(ExitCode::usage, fmt::format("--as: unknown role `{}`", text.substr(colon + 1)),
                    "a role is self, manager, peer or report, as in --as Ines:peer");
    }
    if (is_blank(*rater)) throw Error(ExitCode::usage, "--as needs a name", "for example --as Ines or --as Ines:peer");
  });
}

void Whose::check(const std::vector<std::string>& references) const {
  if ((!subject && !rater) || std::all_of(references.begin(), references.end(), is_latest)) return;
  throw Error(ExitCode::usage, "--about and --as choose the latest assessment, and a REF chooses another one",
              "leave out either the two options or the REF");
}

}  // namespace rung::cli
