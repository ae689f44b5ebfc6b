#include "compose_parts.hpp"

namespace rung {

Document compose_history(const HistoryReport& /*report*/) { return {}; }

}  // namespace rung
