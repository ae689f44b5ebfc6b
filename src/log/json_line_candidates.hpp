#pragma once

#include "candidate_collector.hpp"

namespace rung {

/// Reads objects of JSON, one a line, as read_candidates says.
void read_json_line_candidates(CandidateCollector& collector);

}  // namespace rung
