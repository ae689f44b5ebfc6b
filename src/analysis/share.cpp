#include <rung/analysis/share.hpp>

#include <cstddef>
#include <numeric>

namespace rung {
namespace {

/// The position of the rating that has `before` ratings below or beside it.
double position_of(const std::vector<int>& distribution, int before) {
  std::size_t position = 0;
  for (int seen = distribution[0]; seen <= before; seen += distribution[position]) ++position;
  return static_cast<double>(position);
}

}  // namespace

int percent(const Share& share) { return share.has_basis() ? share.part * 100 / share.whole : 0; }

std::optional<double> median_position(const std::vector<int>& distribution) {
  const int count = std::accumulate(distribution.begin(), distribution.end(), 0);
  if (count == 0) return std::nullopt;
  const double lower = position_of(distribution, (count - 1) / 2);
  const double upper = position_of(distribution, count / 2);
  if (lower < upper) return (lower + upper) / 2;
  const auto middle = static_cast<std::ptrdiff_t>(lower);
  const int below = std::accumulate(distribution.begin(), distribution.begin() + middle, 0);
  const int equal = *(distribution.begin() + middle);
  return lower - 0.5 + (count / 2.0 - below) / equal;
}

}  // namespace rung
