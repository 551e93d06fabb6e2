# digue_embed(TARGET ROOM HEADER FILE...)
# Puts files into the program: defines embedded_files() of the room, as HEADER declares it, with the
# name of each file relative to the source tree.  As a script (cmake -P) it writes one byte array.
if(CMAKE_SCRIPT_MODE_FILE)
  file(READ ${input} bytes HEX)
  string(REGEX REPLACE "(................................................................)" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  file(WRITE ${output} "// Written by the build from ${name}.
extern const unsigned char ${symbol}[];
extern const unsigned long ${symbol}_size;
const unsigned char ${symbol}[] = {\n${bytes}0};
const unsigned long ${symbol}_size = sizeof ${symbol} - 1;
")
  return()
endif()

set(DIGUE_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(digue_embed target room header)
  set(declarations "")
  set(rows "")
  foreach(file IN LISTS ARGN)
    file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR} ${file})
    string(MAKE_C_IDENTIFIER "embedded_${name}" symbol)
    set(out ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cpp)
    add_custom_command(OUTPUT ${out} DEPENDS ${file} ${DIGUE_EMBED_SCRIPT}
      COMMAND ${CMAKE_COMMAND} -Dinput=${file} -Doutput=${out} -Dname=${name} -Dsymbol=${symbol}
              -P ${DIGUE_EMBED_SCRIPT}
      COMMENT "Embedding ${name}" VERBATIM)
    target_sources(${target} PRIVATE ${out})
    set_source_files_properties(${out} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    string(APPEND declarations "extern const unsigned char ${symbol}[];\nextern const unsigned long ${symbol}_size;\n")
    string(APPEND rows "      {\"${name}\", {reinterpret_cast<const char*>(${symbol}), ${symbol}_size}},\n")
  endforeach()
  set(table ${CMAKE_CURRENT_BINARY_DIR}/embedded_files.cpp)
  file(CONFIGURE OUTPUT ${table} CONTENT
"// Written by the build from the files named below.
#include \"${header}\"

#include <vector>

${declarations}
namespace digue::${room} {
std::span<const EmbeddedFile> embedded_files() {
  static const std::vector<EmbeddedFile> table = {
${rows}  };
  return table;
}
}  // namespace digue::${room}
" @ONLY)
  target_sources(${target} PRIVATE ${table})
endfunction()
