#include <rung/report/compose.hpp>

#include <type_traits>
#include <variant>

#include "compose_parts.hpp"

namespace rung {

Document compose(const Report& report) {
  return std::visit(
      [](const auto& kind) {
        using Kind = std::decay_t<decltype(kind)>;
        if constexpr (std::is_same_v<Kind, GapReport>) {
          return compose_gaps(kind);
        } else {
          static_assert(std::is_same_v<Kind, ChangeReport>);
          return compose_changes(kind);
        }
      },
      report);
}

}  // namespace rung
