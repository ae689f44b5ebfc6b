#include <rung/ladder/defaults.hpp>

namespace rung {

Scale default_scale() {
  return {{
      {1, "Not yet", "I cannot name a recent time when I did this on my own."},
      {2, "Sometimes", "I can name one or two recent examples, but nobody could rely on it yet."},
      {3, "Consistently", "This is how I normally work, and the people around me would say so."},
      {4, "Beyond", "I do this in harder situations than the level asks for, and others learn it from me."},
  }};
}

int default_target(const Scale& scale) { return scale.points[scale.points.size() - 2].value; }

int default_floor(const Scale& scale, int target) {
  const std::size_t index = scale.index_of(target);
  return index == 0 ? target : scale.points[index - 1].value;
}

}  // namespace rung
