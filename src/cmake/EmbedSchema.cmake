# Writes OUTPUT from the JSON Schema FILES, a single file.
include(${CMAKE_CURRENT_LIST_DIR}/EmbedBytes.cmake)
rung_bytes(${FILES} bytes array)
file(WRITE ${OUTPUT} "// Written by the build from docs/schema/.
#include <rung/ladder/schema.hpp>

namespace rung {
namespace {

${array}
}  // namespace

std::string_view ladder_schema() { return {reinterpret_cast<const char*>(bytes), sizeof bytes}; }

}  // namespace rung
")
