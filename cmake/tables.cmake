# digue_table(TARGET FOLDER TYPE SUFFIX HEADER)
# Writes the table of what lies in the subfolders of FOLDER: each subfolder <name> defines
# `const TYPE& <name>_<suffix>();`.  Self-registering statics get lost in static libraries; a file
# written by the build does not, and adding a format or a detector touches its folder only.
function(digue_table target folder type suffix header)
  file(GLOB children CONFIGURE_DEPENDS LIST_DIRECTORIES true RELATIVE ${folder} ${folder}/*)
  set(declarations "")
  set(rows "")
  foreach(child IN LISTS children)
    if(EXISTS ${folder}/${child}/${suffix}.cpp)
      string(APPEND declarations "const ${type}& ${child}_${suffix}();\n")
      string(APPEND rows "      &${child}_${suffix}(),\n")
    endif()
  endforeach()
  # The namespace is the folder's: src/cli/verbs is digue::cli::verbs.
  file(RELATIVE_PATH room ${CMAKE_SOURCE_DIR}/src ${folder})
  string(REPLACE "/" "::" room ${room})
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${suffix}s.cpp)
  file(CONFIGURE OUTPUT ${out} CONTENT
"// Written by the build from the folders of ${room}.
#include <vector>

#include \"${header}\"

namespace digue::${room} {
${declarations}
std::span<const ${type}* const> ${suffix}s() {
  static const std::vector<const ${type}*> table = {
${rows}  };
  return table;
}
}  // namespace digue::${room}
" @ONLY)
  target_sources(${target} PRIVATE ${out})
endfunction()
