#include "progress.hpp"

#include <fmt/format.h>

namespace rung::cli {
namespace {

constexpr std::chrono::milliseconds patience{500};
constexpr std::chrono::milliseconds pause{100};

bool can_rewrite_lines(const Scene& scene) {
  const Environment& environment = scene.environment;
  return environment.err_is_terminal && scene.ports.elapsed && environment.variable("TERM") != "dumb" &&
         environment.variable("ACCESSIBLE").empty();
}

std::string group_digits(std::size_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

}  // namespace

Progress::Progress(const Scene& scene, std::string doing)
    : scene_(scene), doing_(std::move(doing)), is_shown_(can_rewrite_lines(scene)) {
  if (is_shown_) next_ = scene_.ports.elapsed() + patience;
}

Progress::~Progress() {
  if (cells_ > 0) rewrite({});
}

void Progress::tell(std::size_t done, std::size_t all) {
  if (!is_shown_) return;
  const std::chrono::milliseconds now = scene_.ports.elapsed();
  if (now < next_) return;
  next_ = now + pause;
  rewrite(fmt::format("{}: {} of {}", doing_, group_digits(done), group_digits(all)));
}

void Progress::rewrite(const std::string& line) {
  // A line that wraps could not be rewritten.
  if (line.size() >= static_cast<std::size_t>(scene_.environment.columns)) return;
  std::string text = fmt::format("\r{}", line);
  if (line.size() < cells_) text.append(cells_ - line.size(), ' ');
  if (line.empty()) text += '\r';
  cells_ = line.size();
  scene_.ports.err(text);
}

}  // namespace rung::cli
