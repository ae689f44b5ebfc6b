#include <rung/report/report.hpp>

namespace rung {

Report redact(Report report) { return report; }

}  // namespace rung
