# The standard headers that nearly every file includes, read once a build. They
# are a matter of speed only: every file still includes what it uses, and the
# fuzz preset builds without them.
option(WAYMARK_PRECOMPILED "Precompile the standard headers" ON)

set(precompiled_headers
    <algorithm> <chrono> <cstdint> <functional> <map> <memory> <optional> <set> <span> <string>
    <string_view> <tuple> <utility> <variant> <vector>)

file(WRITE ${CMAKE_BINARY_DIR}/generated/empty.cpp "")
if(WAYMARK_PRECOMPILED)
  add_library(precompiled OBJECT ${CMAKE_BINARY_DIR}/generated/empty.cpp)
  target_include_directories(precompiled PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(precompiled PRIVATE ${home_core})
  target_precompile_headers(precompiled PRIVATE ${precompiled_headers} "${CMAKE_SOURCE_DIR}/src/core/result.h")
endif()

# Makes a target use them, and with them the given headers of its own.
function(waymark_precompile target)
  if(NOT WAYMARK_PRECOMPILED)
    return()
  endif()
  if(ARGN)
    target_precompile_headers(${target} PRIVATE ${precompiled_headers} ${ARGN})
  else()
    target_precompile_headers(${target} REUSE_FROM precompiled)
  endif()
endfunction()
