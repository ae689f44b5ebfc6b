#include <rung/analysis/share.hpp>

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
  return (position_of(distribution, (count - 1) / 2) + position_of(distribution, count / 2)) / 2;
}

}  // namespace rung
