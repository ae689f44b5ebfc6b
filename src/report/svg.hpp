#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/report/document.hpp>

namespace rung {

/// The first radar of the document as an SVG file. Throws Error(usage) when it has none.
std::string write_svg(const Document& document);

/// An svg element. `id` keeps the ids in it apart from those of other drawings. With `css` it stands by itself: with
/// that style sheet and a ground of its own.
std::string draw_radar(const Radar& radar, std::string_view id, std::string_view css = {});

/// A small svg element: one curve on a scale from 0 to 100 %, the times evenly apart.
std::string draw_curve(const Curve& curve, const std::vector<std::string>& times, std::string_view id);

/// A value of a curve in words, with its denominator; not escaped.
std::string describe_curve_value(const std::optional<Share>& value);

}  // namespace rung
