# One test program a module (src/MODULE/*_test.cpp), every case its own ctest entry;
# but suites named OnPostgres are one entry, since each process starts its own server.
find_package(GTest REQUIRED)
include(GoogleTest)
if(WAYMARK_PRECOMPILED)
  add_library(precompiled_test OBJECT ${CMAKE_BINARY_DIR}/generated/empty.cpp)
  target_include_directories(precompiled_test PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(precompiled_test PRIVATE ${home_core} GTest::gmock)
  target_compile_definitions(precompiled_test PRIVATE WAYMARK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_precompile_headers(precompiled_test PRIVATE ${precompiled_headers} <gtest/gtest.h>)
endif()
foreach(name IN LISTS WAYMARK_MODULES)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*_test.cpp)
  if(sources)
    add_executable(${name}_test ${sources})
    target_link_libraries(${name}_test PRIVATE module_${name} module_testing GTest::gmock_main)
    target_compile_definitions(${name}_test PRIVATE WAYMARK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    if(WAYMARK_PRECOMPILED)
      target_precompile_headers(${name}_test REUSE_FROM precompiled_test)
    endif()
    gtest_discover_tests(${name}_test TEST_FILTER "-OnPostgres/*"
                         PROPERTIES TIMEOUT 300 DISCOVERY_TIMEOUT 60)
  endif()
endforeach()
add_test(NAME storage.OnPostgres COMMAND storage_test --gtest_filter=OnPostgres/*)
set_tests_properties(storage.OnPostgres PROPERTIES TIMEOUT 300 SKIP_REGULAR_EXPRESSION
                     "PostgreSQL 15 is not installed")
file(GLOB http_tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/http/*_test.cpp)
if(http_tests)
  add_executable(whole_server_test ${http_tests})
  target_link_libraries(whole_server_test PRIVATE module_app module_testing GTest::gmock_main)
  target_compile_definitions(whole_server_test PRIVATE WAYMARK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  gtest_discover_tests(whole_server_test PROPERTIES TIMEOUT 300 DISCOVERY_TIMEOUT 60)
endif()
add_test(NAME scripts.checks COMMAND python3 -W ignore -m unittest checks_test
         WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/scripts)
# Each class of tests/cli/*_test.py is a test cli.CLASS.
foreach(module cli_test sources_test)
  file(STRINGS ${CMAKE_SOURCE_DIR}/tests/cli/${module}.py suites
       REGEX "^class .*\\((Folder|unittest.TestCase)\\)")
  foreach(line IN LISTS suites)
    string(REGEX REPLACE "^class ([A-Za-z]+).*" "\\1" suite "${line}")
    if(suite STREQUAL "Folder")
      continue()
    endif()
    add_test(NAME cli.${suite} COMMAND python3 -m unittest -v ${module}.${suite}
             WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/tests/cli)
    set_tests_properties(cli.${suite} PROPERTIES ENVIRONMENT "WAYMARK=$<TARGET_FILE:waymark>"
                         TIMEOUT 600 SKIP_REGULAR_EXPRESSION "skipped 'the folder of real feeds")
  endforeach()
endforeach()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
             ${CMAKE_SOURCE_DIR}/tests/cli/cli_test.py ${CMAKE_SOURCE_DIR}/tests/cli/sources_test.py)
# Where a poll connects to, as strace sees it.
add_test(NAME fetch.Addresses COMMAND python3 -m unittest -v addresses_test
         WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/tests/fetch)
set_tests_properties(fetch.Addresses PROPERTIES ENVIRONMENT "WAYMARK=$<TARGET_FILE:waymark>"
                     TIMEOUT 300 SKIP_REGULAR_EXPRESSION "skipped 'strace is not installed")
# By Debian's own python3, which has Debian's icalendar.
add_test(NAME calendar.Calendars COMMAND /usr/bin/python3 -m unittest calendar_test
         WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/tests/calendar)
set_tests_properties(calendar.Calendars PROPERTIES ENVIRONMENT "WAYMARK=$<TARGET_FILE:waymark>"
                     TIMEOUT 300)
# Each of tests/FOLDER/*.test.mjs is a test FOLDER.NAME, against the program.
function(add_node_tests folder)
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${folder}/*.test.mjs)
  foreach(test IN LISTS tests)
    get_filename_component(name ${test} NAME_WE)
    add_test(NAME ${folder}.${name} COMMAND node --test ${test})
    set_tests_properties(${folder}.${name} PROPERTIES
                         ENVIRONMENT "WAYMARK=$<TARGET_FILE:waymark>" TIMEOUT 900)
  endforeach()
endfunction()
add_node_tests(browser)
add_node_tests(hsds)   # As its harvesters see it.
add_node_tests(feeds)  # As their readers take them.
# A figure measured beside other programs is noise; Prism is a large program.
set_tests_properties(browser.lighthouse hsds.prism PROPERTIES RUN_SERIAL TRUE)
