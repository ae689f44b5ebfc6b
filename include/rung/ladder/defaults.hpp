#pragma once

#include <rung/ladder/ladder.hpp>

namespace rung {

/// The four points of a ladder without a scale.
Scale default_scale();

/// 3 on the default scale, otherwise the second-highest point.
int default_target(const Scale& scale);

/// The point just below `target`, or `target` itself if it is the lowest.
int default_floor(const Scale& scale, int target);

}  // namespace rung
