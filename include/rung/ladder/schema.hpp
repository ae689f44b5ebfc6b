#pragma once

#include <string>

namespace rung {

/// The JSON Schema of ladders, generated from their lists of fields; docs/schema/ladder.schema.json has the same bytes.
std::string ladder_schema();

}  // namespace rung
