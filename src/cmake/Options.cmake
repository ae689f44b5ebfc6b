# What our own targets are compiled with; the libraries we use are not ours to warn about.
add_library(rung_options INTERFACE)
target_compile_options(rung_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wcast-qual -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wformat=2 -Wimplicit-fallthrough
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wlogical-op;-Wuseless-cast>)
# GCC 12 sees overlaps in std::string where there are none when it optimises (its bug 105651).
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
