#include "whose.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include <rung/error.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/shell_word.hpp>

namespace rung::cli {
namespace {

bool is_latest(const std::string& reference) {
  return reference.empty() || reference == "latest" || reference.starts_with("latest~");
}

}  // namespace

void Whose::declare(Options& options) {
  options.value("--about NAME", subject, "Choose the latest assessment about NAME")->check(needs_something());
  options.text("--as NAME[:ROLE]", "Choose the latest assessment by NAME", [this](const std::string& text) {
    const std::size_t colon = text.rfind(':');
    rater = text.substr(0, colon);
    if (colon != std::string::npos) {
      role = parse_rater_role(text.substr(colon + 1));
      if (!role)
        throw Error(ExitCode::usage, fmt::format("--as: unknown role `{}`", text.substr(colon + 1)),
                    "a role is self, manager, peer, or report, as in --as Ines:peer");
    }
    if (is_blank(*rater)) throw Error(ExitCode::usage, "--as needs a name", "for example --as Ines or --as Ines:peer");
  });
}

void Whose::check(const std::vector<std::string>& references) const {
  if ((!subject && !rater) || std::all_of(references.begin(), references.end(), is_latest)) return;
  throw Error(ExitCode::usage, "--about and --as choose the latest assessment, and a REF chooses another one",
              "leave out either the two options or the REF");
}

std::string Whose::arguments(const std::string& reference) const {
  std::vector<std::string> words;
  if (!reference.empty() && reference != "latest") words.push_back(shell_word(reference));
  if (subject) words.push_back(fmt::format("--about {}", shell_word(*subject)));
  if (rater)
    words.push_back(fmt::format("--as {}", shell_word(role ? fmt::format("{}:{}", *rater, to_string(*role)) : *rater)));
  return fmt::format("{}", fmt::join(words, " "));
}

std::string about_somebody_else(const Assessment& assessment) {
  const std::string& about = assessment.subject.name;
  return about == assessment.rater.name || about.empty() ? std::string() : fmt::format(" about {}", about);
}

std::string about_somebody_else(const Scene& scene, const std::string& path) {
  try {
    const auto parsed = load_assessment(scene.ports.files, path);
    return parsed ? about_somebody_else(*parsed.value) : std::string();
  } catch (const Error&) {
    return {};
  }
}

}  // namespace rung::cli
