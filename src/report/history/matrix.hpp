#pragma once

#include <cstddef>

#include <rung/analysis/trend.hpp>
#include <rung/report/document.hpp>

namespace rung {

/// A matrix shows at most this many times, the latest ones: more columns are hard to compare.
inline constexpr std::size_t most_matrix_times = 12;

/// The behaviors of the latest ladder by pillar, with their answers at each time. A trend with points.
Matrix make_matrix(const Trend& trend);

}  // namespace rung
