# Writes OUTPUT from FILES. Bytes are written as numbers: no literal length limit, no escaping to get wrong.
set(arrays "")
set(rows "")
foreach(file IN LISTS FILES)
  get_filename_component(id ${file} NAME_WE)
  string(MAKE_C_IDENTIFIER "text_${id}" name)
  file(READ ${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n" bytes "${bytes}")
  string(APPEND arrays "constexpr unsigned char ${name}[] = {\n${bytes}};\n")
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
