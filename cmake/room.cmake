# digue_room(NAME USES room... LINKS library... TEST_LINKS library...)
# Every .cpp of the folder and its subfolders goes into the static library digue_NAME, but for
# x_test.cpp, which go into the program test_NAME beside the tests of the other rooms.
function(digue_room name)
  cmake_parse_arguments(ROOM "" "" "USES;LINKS;TEST_USES;TEST_LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")

  add_library(digue_${name} STATIC ${sources})
  target_include_directories(digue_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  # Rooms that are not there yet are left out: src/ grows room by room.
  foreach(room IN LISTS ROOM_USES)
    if(NOT EXISTS ${CMAKE_SOURCE_DIR}/src/${room}/CMakeLists.txt)
      list(REMOVE_ITEM ROOM_USES ${room})
    endif()
  endforeach()
  list(TRANSFORM ROOM_USES PREPEND digue_)
  target_link_libraries(digue_${name} PUBLIC ${ROOM_USES} PRIVATE ${ROOM_LINKS})
  digue_precompile(digue_${name})

  if(tests)
    list(TRANSFORM ROOM_TEST_USES PREPEND digue_)
    add_executable(test_${name} ${tests} ${CMAKE_SOURCE_DIR}/tests/doctest_main.cpp)
    target_link_libraries(test_${name} PRIVATE digue_${name} ${ROOM_TEST_USES} ${ROOM_LINKS}
                          ${ROOM_TEST_LINKS})
    target_compile_definitions(test_${name} PRIVATE DIGUE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                               DIGUE_BINARY_DIR="${CMAKE_BINARY_DIR}")
    digue_precompile(test_${name})
    add_test(NAME ${name} COMMAND test_${name})
  endif()
endfunction()

# The standard headers, fmt and expected are compiled once, with no definitions of any library, for
# everyone.
if(DIGUE_PRECOMPILE)
  file(WRITE ${CMAKE_BINARY_DIR}/precompiled.cpp "")
  add_library(digue_precompiled STATIC ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_link_libraries(digue_precompiled PRIVATE fmt::fmt)
  target_precompile_headers(digue_precompiled PRIVATE ${CMAKE_SOURCE_DIR}/src/base/precompiled.h)
endif()

function(digue_precompile target)
  if(DIGUE_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM digue_precompiled)
  endif()
endfunction()
