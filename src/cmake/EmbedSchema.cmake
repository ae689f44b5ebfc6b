# Writes OUTPUT from the JSON Schema FILE. Bytes are written as numbers: no literal length limit, no escaping to get wrong.
file(READ ${FILE} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n" bytes "${bytes}")
file(WRITE ${OUTPUT} "// Written by the build from docs/schema/.
#include <rung/ladder/schema.hpp>

namespace rung {
namespace {

constexpr unsigned char bytes[] = {
${bytes}};

}  // namespace

std::string_view ladder_schema() { return {reinterpret_cast<const char*>(bytes), sizeof bytes}; }

}  // namespace rung
")
