# Usage: cmake -P embed_pages.cmake OUTPUT PAGE.md…: writes a C++ source that defines manual_pages().
set(rows "")
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(index RANGE 4 ${last})
  set(page "${CMAKE_ARGV${index}}")
  get_filename_component(name "${page}" NAME_WE)
  file(READ "${page}" text)
  string(APPEND rows "    {\"${name}\", R\"manual(${text})manual\"},\n")
endforeach()
file(WRITE "${CMAKE_ARGV3}" "// Written by the build from docs/.
#include \"cli/manual_pages.hpp\"

namespace rung::cli {

std::span<const ManualPage> manual_pages() {
  static const ManualPage pages[] = {
${rows}  };
  return pages;
}

}  // namespace rung::cli
")
