#pragma once

#include <string>

namespace rung {

/// The JSON Schema of ladders, made from their lists of fields; docs/schema/ladder.schema.json holds the same bytes.
std::string ladder_schema();

}  // namespace rung
