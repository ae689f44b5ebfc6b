#include <type_traits>

#include <rung/report/rows.hpp>

#include "json_parts.hpp"

namespace rung {

std::string to_json_line(const AnswerRow& row) {
  Json json;
  visit_columns(row, [&json](const char* name, const auto& value) {
    if constexpr (std::is_convertible_v<decltype(value), std::string>)
      json[name] = value;
    else
      json[name] = or_null(value);
  });
  return dump(json, Spread::one_line);
}

}  // namespace rung
