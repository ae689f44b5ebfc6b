#include <rung/analysis/share.hpp>

namespace rung {

int percent(const Share& share) { return share.has_basis() ? share.part * 100 / share.whole : 0; }

}  // namespace rung
