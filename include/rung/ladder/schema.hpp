#pragma once

#include <string_view>

namespace rung {

/// The JSON Schema of ladders: the bytes of docs/schema/ladder.schema.json, compiled into the program.
std::string_view ladder_schema();

}  // namespace rung
