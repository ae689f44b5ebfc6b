# rung_embed(OUTPUT FILE…): writes a C++ source that defines builtin_ladders() with the bytes of the files, by name.
# Run by the build, not by the configuration, so that an edited ladder is embedded anew.
function(rung_embed output)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} "-DFILES=${ARGN}" -P ${CMAKE_SOURCE_DIR}/src/cmake/EmbedFiles.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/src/cmake/EmbedFiles.cmake
    COMMENT "Embedding the built-in ladders"
    VERBATIM)
endfunction()
