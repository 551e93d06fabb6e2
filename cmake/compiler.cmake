# One place for how everything is compiled.
option(DIGUE_FUZZ "build the fuzz targets (clang)" OFF)
set(DIGUE_SANITIZE "" CACHE STRING "sanitizers, as given to -fsanitize=")
option(DIGUE_PRECOMPILE "precompile the headers that every room uses" ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
                    -Woverloaded-virtual -Wimplicit-fallthrough -Werror)
add_compile_options(-fstack-protector-strong -fPIE -fno-omit-frame-pointer)
add_compile_definitions(_GLIBCXX_ASSERTIONS)
add_link_options(-pie -Wl,-z,relro,-z,now -Wl,-z,noexecstack)
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT DIGUE_SANITIZE)
  add_compile_definitions(_FORTIFY_SOURCE=2)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-fstack-clash-protection)
else()
  # libstdc++ 12's own std::stable_sort uses what it deprecates, and clang tells it of our call.
  add_compile_options(-Wno-deprecated-declarations)
endif()
if(DIGUE_SANITIZE)
  add_compile_options(-fsanitize=${DIGUE_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${DIGUE_SANITIZE})
endif()
if(DIGUE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(DIGUE_CCACHE ccache)
if(DIGUE_CCACHE)
  # The sloppiness is what ccache needs to cache units that use a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${DIGUE_CCACHE})
endif()
find_program(DIGUE_MOLD mold)
if(DIGUE_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
