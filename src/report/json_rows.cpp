#include <type_traits>

#include <rung/report/rows.hpp>

#include "json_parts.hpp"

namespace rung {

std::string to_json_line(const AnswerRow& row) {
  Json json;
  visit_columns(row, [&json](const char* name, const auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<Value, std::string>)
      json[name] = value;
    else if constexpr (std::is_same_v<Value, std::vector<Evidence>>)
      json[name] = list(value, write_evidence_item);
    else
      json[name] = or_null(value);
  });
  return dump(json, Spread::one_line);
}

}  // namespace rung
