# Warnings are errors here and nowhere else: what this file turns on, every module obeys.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-missing-field-initializers -Werror)
add_compile_options(-fstack-protector-strong -fPIE)
find_program(MOLD mold)
if(MOLD)  # Links the many test programs in a fraction of ld's time.
  add_link_options(-fuse-ld=mold)
endif()
add_link_options(-pie -Wl,-z,relro,-z,now)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  add_compile_definitions(_FORTIFY_SOURCE=2)
  # gcc 12 sees overruns in moved strings that are not there (its bugs 105329, 105651);
  # the sanitized build looks for real ones.
  set(CMAKE_CXX_FLAGS_RELEASE
      "-O2 -DNDEBUG -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread -Wno-maybe-uninitialized")
else()
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
endif()
if(WAYMARK_SANITIZE)
  add_compile_options(-fsanitize=${WAYMARK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${WAYMARK_SANITIZE})
  # gcc's flow analysis sees ghosts in sanitised code; the plain builds keep these warnings.
  add_compile_options(-Wno-error=maybe-uninitialized -Wno-maybe-uninitialized -Wno-restrict)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # clang 19 reads libstdc++ 12, and sees in it what only that library can mend.
  add_compile_options(-Wno-deprecated-declarations -Wno-gnu-statement-expression)
endif()
