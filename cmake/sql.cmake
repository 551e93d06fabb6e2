# digue_sql(ROOM)
# Every src/ROOM/sql/NAME.sql becomes the constant digue::ROOM::sql::NAME of "ROOM/sql_text.h", so
# that SQL is reviewed in files of its own and the program still is one file.
function(digue_sql room)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/sql/*.sql)
  set(constants "")
  foreach(file IN LISTS files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    get_filename_component(name ${file} NAME_WE)
    file(READ ${file} text)
    string(APPEND constants "inline constexpr std::string_view ${name} = R\"sql(${text})sql\";\n")
  endforeach()
  set(SQL_ROOM ${room})
  set(SQL_CONSTANTS "${constants}")
  configure_file(${CMAKE_SOURCE_DIR}/cmake/sql_text.h.in
                 ${CMAKE_CURRENT_BINARY_DIR}/generated/${room}/sql_text.h @ONLY)
  target_include_directories(digue_${room} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/generated)
endfunction()
