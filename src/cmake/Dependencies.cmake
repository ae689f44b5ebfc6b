# The system's packages first; a pinned commit of the library's own repository where one is missing.
include(FetchContent)
set(FETCHCONTENT_QUIET ON)

# rung_require(NAME FLOOR TARGETS… REPOSITORY URL COMMIT SHA): finds NAME, else declares it for FetchContent; either way
# the interface target rung_NAME stands for it.
function(rung_require name floor)
  cmake_parse_arguments(arg "" "REPOSITORY;COMMIT" "TARGETS" ${ARGN})
  string(TOUPPER "FETCHCONTENT_SOURCE_DIR_${name}" override)
  if(NOT DEFINED ${override})
    find_package(${name} ${floor} QUIET)
  endif()
  if(NOT ${name}_FOUND)
    message(STATUS "${name}: not installed in a version from ${floor}; taking commit ${arg_COMMIT}")
    FetchContent_Declare(${name} GIT_REPOSITORY ${arg_REPOSITORY} GIT_TAG ${arg_COMMIT} SYSTEM)
    set(BUILD_TESTING OFF)
    FetchContent_MakeAvailable(${name})
    # SYSTEM in FetchContent_Declare needs CMake 3.25; their headers must not meet our warnings.
  else()
    message(STATUS "${name}: ${${name}_VERSION}")
  endif()
  foreach(target IN LISTS arg_TARGETS)
    if(TARGET ${target})
      add_library(rung_${name} INTERFACE)
      target_link_libraries(rung_${name} INTERFACE ${target})
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "${name} was found, but exports none of: ${arg_TARGETS}")
endfunction()

set(CLI11_BUILD_TESTS OFF)
set(CLI11_BUILD_EXAMPLES OFF)
set(CLI11_BUILD_DOCS OFF)
set(YAML_CPP_BUILD_TESTS OFF)
set(YAML_CPP_BUILD_TOOLS OFF)
set(YAML_CPP_INSTALL OFF)
set(FMT_INSTALL OFF)
set(JSON_BuildTests OFF)
set(JSON_Install OFF)

rung_require(CLI11 2.1.2 TARGETS CLI11::CLI11
  REPOSITORY https://github.com/CLIUtils/CLI11.git COMMIT cbd58a3696887b34c70949aef21a71735a0c2ad5)
rung_require(yaml-cpp 0.7 TARGETS yaml-cpp::yaml-cpp yaml-cpp
  REPOSITORY https://github.com/jbeder/yaml-cpp.git COMMIT 56e3bb550c91fd7005566f19c079cb7a503223cf)
rung_require(fmt 9.1 TARGETS fmt::fmt
  REPOSITORY https://github.com/fmtlib/fmt.git COMMIT 407c905e45ad75fc29bf0f9bb7c5c2fd3475976f)
rung_require(nlohmann_json 3.11.2 TARGETS nlohmann_json::nlohmann_json
  REPOSITORY https://github.com/nlohmann/json.git COMMIT 9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03)
if(BUILD_TESTING OR RUNG_BENCH)
  # Versions 2 and 3 both serve, and neither package accepts the other's number as a floor.
  rung_require(Catch2 "" TARGETS Catch2::Catch2WithMain Catch2::Catch2
    REPOSITORY https://github.com/catchorg/Catch2.git COMMIT fa43b77429ba76c462b1898d6cd2f2d7a9416b14)
endif()

find_package(PkgConfig REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)

# libstemmer has neither a CMake nor a pkg-config file.
find_path(RUNG_STEMMER_INCLUDE NAMES libstemmer.h)
find_library(RUNG_STEMMER NAMES stemmer)
if(NOT RUNG_STEMMER_INCLUDE OR NOT RUNG_STEMMER)
  message(FATAL_ERROR "Rung needs libstemmer, the Snowball stemmers. On Debian: apt-get install libstemmer-dev")
endif()
add_library(rung_stemmer INTERFACE)
target_link_libraries(rung_stemmer INTERFACE ${RUNG_STEMMER})
target_include_directories(rung_stemmer SYSTEM INTERFACE ${RUNG_STEMMER_INCLUDE})

if(RUNG_IMPORT)
  pkg_check_modules(cmark_gfm IMPORTED_TARGET libcmark-gfm)
  pkg_check_modules(gumbo IMPORTED_TARGET gumbo)
  # The extensions (tables) have no pkg-config file of their own.
  find_library(RUNG_CMARK_GFM_EXTENSIONS NAMES cmark-gfm-extensions)
  find_path(RUNG_CMARK_GFM_EXTENSIONS_INCLUDE NAMES cmark-gfm-core-extensions.h)
  if(NOT cmark_gfm_FOUND OR NOT gumbo_FOUND OR NOT RUNG_CMARK_GFM_EXTENSIONS OR NOT RUNG_CMARK_GFM_EXTENSIONS_INCLUDE)
    message(FATAL_ERROR "`rung ladder import` needs cmark-gfm with its extensions, and gumbo. On Debian: "
      "apt-get install libcmark-gfm-dev libcmark-gfm-extensions-dev libgumbo-dev. Or build without it: -DRUNG_IMPORT=OFF")
  endif()
  add_library(rung_import_libraries INTERFACE)
  target_link_libraries(rung_import_libraries INTERFACE
    ${RUNG_CMARK_GFM_EXTENSIONS} PkgConfig::cmark_gfm PkgConfig::gumbo)
  target_include_directories(rung_import_libraries SYSTEM INTERFACE ${RUNG_CMARK_GFM_EXTENSIONS_INCLUDE})
endif()
