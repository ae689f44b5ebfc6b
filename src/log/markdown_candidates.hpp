#pragma once

#include "candidate_collector.hpp"

namespace rung {

/// Reads the items of the lists of a Markdown document, as read_candidates says.
void read_markdown_candidates(CandidateCollector& collector);

}  // namespace rung
