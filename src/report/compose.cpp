#include <rung/report/compose.hpp>

#include "kinds.hpp"

namespace rung {

Document compose(const Report& report, Extent extent) {
  return std::visit([extent](const auto& kind) { return row_of(kind).compose(kind, extent); }, report);
}

}  // namespace rung
