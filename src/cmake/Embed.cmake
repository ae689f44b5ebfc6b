# rung_embed_schema(OUTPUT FILE): writes a C++ source that defines ladder_schema() with the bytes of the file. Run by the
# build, not by the configuration, so that an edited file is embedded anew.
function(rung_embed_schema output file)
  set(script ${CMAKE_SOURCE_DIR}/src/cmake/EmbedSchema.cmake)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DFILE=${file} -P ${script}
    DEPENDS ${file} ${script}
    COMMENT "Embedding the schema of ladders"
    VERBATIM)
endfunction()

# rung_embed_ladders(OUTPUT FILE…): writes a C++ source that defines builtin_ladders(). What reads them is the program's
# own code, built first: a built-in ladder with a mistake ends the build.
function(rung_embed_ladders output)
  add_custom_command(
    OUTPUT ${output}
    COMMAND rung_embed_ladders ${output} ${ARGN}
    DEPENDS ${ARGN} rung_embed_ladders
    COMMENT "Embedding the built-in ladders"
    VERBATIM)
endfunction()
