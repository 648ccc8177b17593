// A directory of any size that looks like the world's: groups around cities by
// population, weekly evenings, a dozen programmes, some rules and spells. Made
// from a seed, so that two runs measure the same thing.
#pragma once

#include <cstdint>
#include <vector>

#include "core/random.h"
#include "directory/meeting.h"
#include "finder/search.h"

namespace waymark::bench {

std::vector<directory::Meeting> meetings(std::size_t count, std::uint64_t seed);

// Somewhere that people live, more often where there are many.
GeoPoint populated_point(Random& random);

// What people ask, by class:
//   a  the 50 nearest of some weekdays, hours and audience, however far
//   b  within 10 mi, with a word
//   c  a box and a programme
//   d  online or hybrid, in a language, starting within two hours
//   e  facets of everything within a radius
//   f  the find page as it opens: the best within 25 mi
//   g  everything in the directory, soonest first: the most rows one request can have
finder::SearchRequest request(char kind, Random& random);

}  // namespace waymark::bench
