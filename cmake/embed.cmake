# waymark_embed(NAME ROOT GLOB...) puts files into the binary. Their bytes are
# read through embedded::NAME(path) of the generated header "embedded/NAME.h",
# by path relative to ROOT. A change of a file rebuilds only its object.
function(waymark_embed name root)
  set(patterns ${ARGN})
  list(TRANSFORM patterns PREPEND ${root}/)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${patterns})
  set(out ${CMAKE_BINARY_DIR}/generated)
  add_custom_command(
    OUTPUT ${out}/embedded/${name}.h ${out}/embedded_${name}.cpp ${out}/embedded_${name}.S
    COMMAND python3 ${CMAKE_SOURCE_DIR}/scripts/embed.py ${name} ${root} ${out} ${files}
    DEPENDS ${CMAKE_SOURCE_DIR}/scripts/embed.py ${files}
    VERBATIM)
  add_library(embedded_${name} STATIC ${out}/embedded_${name}.cpp ${out}/embedded_${name}.S)
  set_property(SOURCE ${out}/embedded_${name}.S APPEND PROPERTY OBJECT_DEPENDS "${files}")
  target_include_directories(embedded_${name} PUBLIC ${out})
endfunction()

waymark_embed(web ${CMAKE_SOURCE_DIR}/src/web views/*.html assets/*)
# The street map's own script and style; the pictures they come with are not used.
waymark_embed(leaflet ${CMAKE_SOURCE_DIR}/node_modules/leaflet/dist leaflet.js leaflet.css)
waymark_embed(content ${CMAKE_SOURCE_DIR}/content programmes/*.json helplines/*.json naloxone/*.json setting/*.json match/*.json sources/*.json stigma.json)
waymark_embed(learn ${CMAKE_SOURCE_DIR}/content learn/*.md learn/*.yaml learn/*.svg)
waymark_embed(phrases ${CMAKE_SOURCE_DIR}/content locale/*.po)
waymark_embed(api ${CMAKE_SOURCE_DIR}/src/api openapi.json)
waymark_embed(compat ${CMAKE_SOURCE_DIR}/src/compat hsds/openapi.json bmlt/*.json)
waymark_embed(migrations ${CMAKE_SOURCE_DIR}/src/storage migrations/*.sql)
set(embedded_web embedded_web embedded_leaflet)
set(embedded_content embedded_content)
set(embedded_learn embedded_learn)
set(embedded_locale embedded_phrases)
set(embedded_api embedded_api)
set(embedded_compat embedded_compat)
set(embedded_storage embedded_migrations)
include(cmake/places.cmake)
