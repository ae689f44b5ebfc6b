# Writes OUTPUT from FILES.
include(${CMAKE_CURRENT_LIST_DIR}/EmbedBytes.cmake)
set(arrays "")
set(rows "")
foreach(file IN LISTS FILES)
  get_filename_component(id ${file} NAME_WE)
  string(MAKE_C_IDENTIFIER "text_${id}" name)
  rung_bytes(${file} ${name} array)
  string(APPEND arrays "${array}")
  string(APPEND rows "      BuiltinLadder{\"${id}\", text(${name})},\n")
endforeach()
file(WRITE ${OUTPUT} "// Written by the build from ladders/.
#include <rung/ladder/builtin.hpp>

namespace rung {
namespace {

${arrays}
template <std::size_t size>
std::string_view text(const unsigned char (&bytes)[size]) {
  return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace

std::span<const BuiltinLadder> builtin_ladders() {
  static const BuiltinLadder ladders[] = {
${rows}  };
  return ladders;
}

}  // namespace rung
")
