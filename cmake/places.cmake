# Place tables (ZIP codes, Canadian FSA, world cities, zones by coordinates) are
# made from npm data packages by scripts/places/*.mjs into build/places, shared
# by every preset, and embedded.
set(places_out ${CMAKE_SOURCE_DIR}/build/places)
set(places_tables)
set(embedded_places)
if(EXISTS ${CMAKE_SOURCE_DIR}/scripts/places/build.mjs)
  set(places_tables ${places_out}/zips.bin ${places_out}/cities.bin ${places_out}/zones.bin)
  file(GLOB places_scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/scripts/places/*)
  add_custom_command(
    OUTPUT ${places_tables}
    COMMAND node ${CMAKE_SOURCE_DIR}/scripts/places/build.mjs ${places_out}
    DEPENDS ${places_scripts} ${CMAKE_SOURCE_DIR}/package-lock.json
    VERBATIM)
  set(out ${CMAKE_BINARY_DIR}/generated)
  add_custom_command(
    OUTPUT ${out}/embedded/places.h ${out}/embedded_places.cpp ${out}/embedded_places.S
    COMMAND python3 ${CMAKE_SOURCE_DIR}/scripts/embed.py places ${places_out} ${out} ${places_tables}
    DEPENDS ${CMAKE_SOURCE_DIR}/scripts/embed.py ${places_tables}
    VERBATIM)
  add_library(embedded_places STATIC ${out}/embedded_places.cpp ${out}/embedded_places.S)
  set_property(SOURCE ${out}/embedded_places.S APPEND PROPERTY OBJECT_DEPENDS "${places_tables}")
  target_include_directories(embedded_places PUBLIC ${out})
  set(embedded_places embedded_places)
endif()
