#pragma once

#include "candidate_collector.hpp"

namespace rung {

/// Reads the rows of a table, as read_candidates says.
void read_csv_candidates(CandidateCollector& collector);

}  // namespace rung
