#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <rung/report/listing.hpp>
#include <rung/report/report.hpp>

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

enum class Spread { pretty, one_line };

/// `json` as text, a line feed at the end; what could drive a terminal or reorder a line is escaped.
std::string dump(const Json& json, Spread spread);

Json write_scale(const Scale& scale);
Json write_rater(const Rater& rater);
Json write_share(const Share& share);
Json write_head(const AssessmentHead& head);
Json write_answer(const Answer& answer, const Scale& scale);

Json write_words(const std::vector<WordRun>& words);

/// The fields that most behaviors of a report begin with: its key and the titles above it.
Json write_place(const PlacedBehavior& placed);

/// One for each kind of report.
Json write_report(const GapReport& report);
Json write_report(const ChangeReport& report);
Json write_report(const HistoryReport& report);
Json write_report(const AssessmentListing& listing);
Json write_report(const LadderListing& listing);
Json write_report(const LadderPage& page);
Json write_report(const LadderDiffReport& report);
Json write_report(const NextLevelReport& report);
Json write_report(const HealthReport& report);

}  // namespace rung
