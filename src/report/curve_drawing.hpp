#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <rung/report/document.hpp>

namespace rung {

inline constexpr double curve_width = 240;
inline constexpr double curve_height = 106;

/// A small svg element: one of the curves on a scale from 0 to 100%, with its gate. `id` keeps the ids in it apart
/// from those of other drawings.
std::string draw_curve(const Curve& curve, const Curves& curves, std::string_view id);

/// What is inside of that element, `curve_width` by `curve_height`, without words for those who cannot see it.
std::string draw_curve_lines(const Curve& curve, const Curves& curves);

/// The values of a curve in words, not escaped.
std::string describe_curve(const Curve& curve, const Curves& curves);

/// A value of a curve in words, with its denominator; not escaped.
std::string describe_curve_value(const std::optional<Share>& value);

}  // namespace rung
