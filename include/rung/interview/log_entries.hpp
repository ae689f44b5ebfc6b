#pragma once

#include <span>
#include <vector>

#include <rung/analysis/log_offers.hpp>
#include <rung/interview/state.hpp>
#include <rung/log/entry.hpp>
#include <rung/prompt/form.hpp>

namespace rung {

/// Adds to each question the entries that may be evidence for it, and a hint that says how many. `offers` has one for
/// each question, with indices into `entries`.
void add_entries(Form& form, std::span<const Entry> entries, const std::vector<LogOffers>& offers, Date today);

/// The entries, and the evidence of `earlier` assessments that was taken from entries, by the lines that stand for
/// them: an entry stays known as such when its line is attached or taken over.
KnownEvidence list_known_evidence(std::span<const Entry> entries, std::span<const Assessment* const> earlier);

}  // namespace rung
