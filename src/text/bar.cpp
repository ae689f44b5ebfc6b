#include <rung/text/bar.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace rung {
namespace {

constexpr int eighths_of_cell = 8;
/// A single missing eighth would not be visible.
constexpr int least_missing = 2;

constexpr std::array<std::string_view, 8> widths{"░", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
constexpr std::array<std::string_view, 8> heights{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

int filled_eighths(int part, int whole, int cells, Grain grain) {
  const int all = cells * eighths_of_cell;
  if (whole <= 0 || part <= 0) return 0;
  if (part >= whole) return all;
  if (grain == Grain::eighths) return std::clamp(part * all / whole, 1, std::max(1, all - least_missing));
  return std::clamp(part * cells / whole, 1, std::max(1, cells - 1)) * eighths_of_cell;
}

}  // namespace

std::string bar(int part, int whole, int cells, Grain grain) {
  int left = filled_eighths(part, whole, cells, grain);
  std::string text;
  for (int cell = 0; cell < cells; ++cell) {
    text += left >= eighths_of_cell ? "█" : widths[static_cast<std::size_t>(left)];
    left -= std::min(left, eighths_of_cell);
  }
  return text;
}

std::string spark(int part, int whole, Glyphs glyphs) {
  if (whole <= 0) return "·";
  const int inner = static_cast<int>(heights.size()) - 2;
  if (glyphs == Glyphs::ascii) return part >= whole ? "#" : std::string(1, static_cast<char>('0' + part * 10 / whole));
  if (part <= 0) return std::string(heights.front());
  if (part >= whole) return std::string(heights.back());
  const int height = 1 + std::min(inner - 1, part * inner / whole);
  return std::string(heights[static_cast<std::size_t>(height)]);
}

}  // namespace rung
