#include <rung/report/rows.hpp>

#include "json_parts.hpp"

namespace rung {

std::string to_json_line(const AnswerRow& row) {
  const Json json{{"assessment", row.assessment},
                  {"rater", row.rater},
                  {"role", row.role},
                  {"date", row.date},
                  {"ladder", row.ladder},
                  {"pillar", row.pillar},
                  {"responsibility", row.responsibility},
                  {"behavior", row.behavior},
                  {"text", row.text},
                  {"state", row.state},
                  {"rating", or_null(row.rating)},
                  {"target", row.target},
                  {"gap", or_null(row.gap)},
                  {"reason", row.reason},
                  {"note", row.note},
                  {"evidence", or_null(row.evidence)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace rung
