#include <rung/prompt/pager.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include <rung/text/width.hpp>

namespace rung {
namespace {

enum class PagerKey { on, back, close, again, leave, other };

PagerKey read_pager_key(const Event& event) {
  if (const auto* typed = std::get_if<Typed>(&event)) {
    if (typed->character == U' ') return PagerKey::on;
    if (typed->character == U'b') return PagerKey::back;
    if (typed->character == U'q') return PagerKey::close;
  }
  if (const auto* pressed = std::get_if<Pressed>(&event)) {
    if (pressed->key == KeyName::enter || pressed->key == KeyName::down) return PagerKey::on;
    if (pressed->key == KeyName::backspace || pressed->key == KeyName::up) return PagerKey::back;
    if (pressed->key == KeyName::escape) return PagerKey::close;
    if (pressed->key == KeyName::show_again) return PagerKey::again;
    if (pressed->key == KeyName::end_of_input) return PagerKey::leave;
  }
  if (std::holds_alternative<Resumed>(event) || std::holds_alternative<Resized>(event)) return PagerKey::again;
  return PagerKey::other;
}

}  // namespace

Pager::Pager(Block block, int rows)
    : block_(std::move(block)), rows_(static_cast<std::size_t>(std::max(rows - 1, 1))) {}

std::size_t Pager::pages() const { return (block_.size() + rows_ - 1) / rows_; }

Block Pager::page() const {
  const auto first = block_.begin() + static_cast<std::ptrdiff_t>(page_ * rows_);
  const auto last = block_.begin() + static_cast<std::ptrdiff_t>(std::min((page_ + 1) * rows_, block_.size()));
  return {first, last};
}

Line Pager::prompt(int width) const {
  const char* keys = page_ + 1 < pages() ? "space more, b back, q close"
                     : page_ > 0         ? "space close, b back"
                                         : "space close";
  return {muted(clip(fmt::format("{}/{}  {} ", page_ + 1, pages(), keys), width - 1))};
}

Pager::Step Pager::handle(const Event& event) {
  switch (read_pager_key(event)) {
    case PagerKey::on:
      if (page_ + 1 >= pages()) return Step::closes;
      ++page_;
      return Step::shows;
    case PagerKey::back:
      if (page_ == 0) return Step::waits;
      --page_;
      return Step::shows;
    case PagerKey::close: return Step::closes;
    case PagerKey::again: return Step::shows;
    case PagerKey::leave: return Step::passes_on;
    case PagerKey::other: return Step::waits;
  }
  return Step::waits;
}

}  // namespace rung
