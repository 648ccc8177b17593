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
foreach(suite Help Import Sample Find Geocode Suggest Doctor RealFeeds)
  add_test(NAME cli.${suite} COMMAND python3 -m unittest -v cli_test.${suite}
           WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/tests/cli)
  set_tests_properties(cli.${suite} PROPERTIES ENVIRONMENT "WAYMARK=$<TARGET_FILE:waymark>"
                       TIMEOUT 600 SKIP_REGULAR_EXPRESSION "skipped 'the folder of real feeds")
endforeach()
add_test(NAME cli.Sources COMMAND python3 -m unittest -v sources_test
         WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/tests/cli)
set_tests_properties(cli.Sources PROPERTIES ENVIRONMENT "WAYMARK=$<TARGET_FILE:waymark>" TIMEOUT 300)
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
file(GLOB browser_tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/browser/*.test.mjs)
foreach(test IN LISTS browser_tests)
  get_filename_component(name ${test} NAME_WE)
  add_test(NAME browser.${name} COMMAND node --test ${test})
  set_tests_properties(browser.${name} PROPERTIES ENVIRONMENT "WAYMARK=$<TARGET_FILE:waymark>"
                       TIMEOUT 900)
endforeach()
# A figure measured beside other programs is noise.
set_tests_properties(browser.lighthouse PROPERTIES RUN_SERIAL TRUE)
# The HSDS API as its harvesters see it; Prism is a large program, so it runs alone.
file(GLOB hsds_tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/hsds/*.test.mjs)
foreach(test IN LISTS hsds_tests)
  get_filename_component(name ${test} NAME_WE)
  add_test(NAME hsds.${name} COMMAND node --test ${test})
  set_tests_properties(hsds.${name} PROPERTIES ENVIRONMENT "WAYMARK=$<TARGET_FILE:waymark>"
                       TIMEOUT 900)
endforeach()
set_tests_properties(hsds.prism PROPERTIES RUN_SERIAL TRUE)
# The public feeds as their readers take them.
file(GLOB feed_tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/feeds/*.test.mjs)
foreach(test IN LISTS feed_tests)
  get_filename_component(name ${test} NAME_WE)
  add_test(NAME feeds.${name} COMMAND node --test ${test})
  set_tests_properties(feeds.${name} PROPERTIES ENVIRONMENT "WAYMARK=$<TARGET_FILE:waymark>"
                       TIMEOUT 600)
endforeach()
