#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include <rung/diagnostic/file_finding.hpp>
#include <rung/log/log.hpp>
#include <rung/store/filesystem.hpp>
#include <rung/store/home.hpp>

namespace rung {

/// The keys of behaviors, by the id of their ladder.
using KeysOfLadders = std::map<std::string, std::set<std::string>>;

/// What is wrong with the ties of kept entries: some are to behaviors that no ladder has under that key or as a former
/// one. `frozen` are the keys of the ladders in assessments; they count where a ladder is nowhere else.
std::optional<FileFinding> find_lost_ties(Filesystem& filesystem, const Home& home, const Log& log,
                                          const KeysOfLadders& frozen);

}  // namespace rung
