# rung_embed(SCRIPT OUTPUT FILE…): writes a C++ source with the bytes of the files, as SCRIPT lays it out: EmbedFiles
# defines builtin_ladders(), EmbedSchema defines ladder_schema(). Run by the build, not by the configuration, so that an
# edited file is embedded anew.
function(rung_embed script output)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} "-DFILES=${ARGN}" -P ${CMAKE_SOURCE_DIR}/src/cmake/${script}.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/src/cmake/${script}.cmake ${CMAKE_SOURCE_DIR}/src/cmake/EmbedBytes.cmake
    COMMENT "Embedding by ${script}"
    VERBATIM)
endfunction()
