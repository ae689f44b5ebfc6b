#include <rung/diagnostic/file_finding.hpp>

namespace rung {

std::string_view to_string(Ailment ailment) {
  switch (ailment) {
    case Ailment::unreadable: return "unreadable";
    case Ailment::damaged: return "damaged";
    case Ailment::newer: return "newer";
    case Ailment::misplaced: return "misplaced";
    case Ailment::same_id: return "same id";
    case Ailment::abandoned: return "abandoned";
    case Ailment::to_be_settled: return "to be settled";
    case Ailment::open_to_others: return "open to others";
  }
  return {};
}

}  // namespace rung
