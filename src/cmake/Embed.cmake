# rung_embed_ladders(OUTPUT FILE…): writes a C++ source that defines builtin_ladders(). The program's own code reads them
# and is built first: an error in a built-in ladder fails the build.
function(rung_embed_ladders output)
  add_custom_command(
    OUTPUT ${output}
    COMMAND rung_embed_ladders ${output} ${ARGN}
    DEPENDS ${ARGN} rung_embed_ladders
    COMMENT "Embedding the built-in ladders"
    VERBATIM)
endfunction()
# rung_embed_pages(OUTPUT FILE…): writes a C++ source that defines cli::manual_pages(), the pages of docs/ that
# `rung help` prints.
function(rung_embed_pages output)
  set(script ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_pages.cmake)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -P ${script} ${output} ${ARGN}
    DEPENDS ${ARGN} ${script}
    COMMENT "Embedding the pages of the help"
    VERBATIM)
endfunction()
