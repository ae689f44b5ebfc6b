#include "messages.hpp"

#include <fmt/format.h>

#include <rung/diagnostic/show.hpp>
#include <rung/store/diagnosed_error.hpp>
#include <rung/text/wrap.hpp>

namespace rung::cli {
namespace {

// What continues is indented as far as the label reaches.
void say_labelled(const Scene& scene, Span label, Span text) {
  const Line rest{{std::string(label.text.size(), ' '), Style::plain}};
  say(scene, wrap({std::move(label), std::move(text)}, scene.width, {{}, rest}));
}

}  // namespace

std::string explain(const Error& error) {
  return error.hint().empty() ? std::string(error.what()) : fmt::format("{} ({})", error.what(), error.hint());
}

void say(const Scene& scene, const Block& block) { scene.ports.err(paint(block, scene.err)); }

void say(const Scene& scene, const std::string& sentence, Style style) {
  say(scene, wrap({{sentence, style}}, scene.width));
}

void say(const Scene& scene, const Diagnostics& diagnostics) { say(scene, show(diagnostics, scene.width)); }

void say(const Scene& scene, const Error& error) {
  const auto* diagnosed = dynamic_cast<const DiagnosedError*>(&error);
  if (diagnosed != nullptr && !diagnosed->diagnostics().empty()) {
    say(scene, diagnosed->diagnostics());
    say(scene, Block{Line{}});
  }
  say_labelled(scene, {"rung: ", Style::bad}, {error.what(), Style::strong});
  if (!error.hint().empty()) say_labelled(scene, {"hint: ", Style::strong}, {error.hint(), Style::plain});
}

void warn_unreadable(const Scene& scene, const std::vector<UnreadableFile>& files) {
  for (const UnreadableFile& file : files)
    say_labelled(scene, {"warning: ", Style::warning}, {fmt::format("skipped: {}", file.reason), Style::plain});
  if (!files.empty()) say(scene, "`rung doctor` says what is wrong and what you can do.", Style::muted);
}

}  // namespace rung::cli
