# What our own targets are compiled with; the libraries we use are not ours to warn about.
add_library(rung_options INTERFACE)
target_compile_options(rung_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wcast-qual -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wformat=2 -Wimplicit-fallthrough
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wlogical-op;-Wuseless-cast>)
# Where files are compiled together, a constant of one is no shadow over a variable of another.
if(NOT RUNG_UNITY)
  target_compile_options(rung_options INTERFACE -Wshadow)
endif()
# GCC 12 sees overlaps in std::string where there are none when it optimizes (its bug 105651).
target_compile_options(rung_options INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)
# Measured no slower than -O3, and a quarter smaller.
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
# What a release is hardened with. Sanitizers watch the same things and do not go with the fortified functions.
include(CheckPIESupported)
check_pie_supported()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT RUNG_SANITIZE AND NOT RUNG_COVERAGE)
  target_compile_options(rung_options INTERFACE
    -fstack-protector-strong $<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>)
  target_link_options(rung_options INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
endif()
if(RUNG_WERROR)
  target_compile_options(rung_options INTERFACE -Werror)
endif()
if(RUNG_SANITIZE)
  target_compile_options(rung_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(rung_options INTERFACE -fsanitize=address,undefined)
endif()
if(RUNG_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "RUNG_FUZZ needs clang: -DCMAKE_CXX_COMPILER=clang++")
  endif()
  target_compile_options(rung_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(RUNG_COVERAGE)
  target_compile_options(rung_options INTERFACE --coverage -O0)
  target_link_options(rung_options INTERFACE --coverage)
endif()

# One translation unit for each folder: reading headers is half of the time of most files. RUNG_UNITY=OFF compiles each
# file by itself, which keeps its includes honest.
function(rung_unite target)
  if(NOT RUNG_UNITY)
    return()
  endif()
  foreach(source IN LISTS ARGN)
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} OUTPUT_VARIABLE place)
    cmake_path(GET place PARENT_PATH folder)
    # Reports share one unit, and those that write JSON another one: the JSON library takes 3 seconds a unit.
    if(place MATCHES "^report/(.*/)?json[^/]*$")
      set(folder report_json)
    elseif(place MATCHES "^report/")
      set(folder report)
    endif()
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP "${folder}")
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
