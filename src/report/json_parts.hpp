#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <rung/report/report.hpp>

#include "kinds.hpp"

namespace rung {

using Json = nlohmann::ordered_json;

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

template <class T, class Write>
Json list(const std::vector<T>& values, Write write) {
  Json array = Json::array();
  for (const auto& value : values) array.push_back(write(value));
  return array;
}

/// The version of every JSON report (docs/report-json.md).
inline constexpr int json_schema = 2;

/// The first fields of every report.
template <class Kind>
Json start_json(const Kind& report) {
  return {{"schema", json_schema}, {"kind", row_of(report).name}};
}

enum class Spread { pretty, one_line };

/// `json` as text with a line feed at the end. Characters that could control a terminal or reorder a line are escaped.
std::string dump(const Json& json, Spread spread);

Json write_scale(const Scale& scale);
Json write_rater(const Rater& rater);
Json write_share(const Share& share);
Json write_head(const AssessmentHead& head);
Json write_evidence_item(const Evidence& evidence);
Json write_answer(const Answer& answer, const Scale& scale);

Json write_words(const std::vector<WordRun>& words);

/// The number of behaviors in each state, and the shares.
Json write_counts(const Tally& tally);

/// The same with the ratings at each point of the scale and the widest gap.
Json write_tally(const Tally& tally, const Scale& scale);

/// The number of answers in each state.
Json write_states(const StateCounts& states);

/// The first fields of most behaviors in a report: its key and the titles above it.
Json write_place(const PlacedBehavior& placed);

Json write_ladder_head(const Ladder& ladder);
/// A behavior of two compared ladders: fate, keys, texts, targets, basis, similarity, words.
Json write_compared(const Ladder& before, const Ladder& after, const ComparedBehavior& one);

}  // namespace rung
