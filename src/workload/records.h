// A directory of any size that is shaped as the world's is, out of a seed: what
// our benches, and those of the engines we compare ourselves with, look for
// meetings in. Groups stand in real towns by population and hold one to seven
// meetings a week; their names are made up (sample/group.h). Of what a meeting
// is like, p(i) = 0.55 / (i + 1)^0.95 carry the i-th feature, about three each.
// One row in 25 repeats name, place, day and hour of one shortly before it.
//
// A stream: a thousand meetings are the first thousand of a million, and no more
// than a few are held at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "core/random.h"
#include "directory/meeting.h"
#include "engine/listings.h"
#include "sample/cities.h"
#include "sample/group.h"

namespace waymark::workload {

class Records {
  public:
    explicit Records(std::uint64_t seed = 1);
    directory::Meeting next();  // Ids count from 1.

  private:
    directory::Meeting of_session(const sample::Session& session);
    directory::Meeting repeated(const directory::Meeting& earlier);
    void number(directory::Meeting& meeting);

    sample::Cities cities_{};
    Random random_;
    sample::Group group_{};
    std::size_t groups_ = 0;
    std::size_t sessions_ = 0;  // Of group_, given already.
    std::int64_t given_ = 0;
    std::vector<directory::Meeting> recent_{};
};

std::vector<directory::Meeting> records(std::size_t count, std::uint64_t seed = 1);

// The same, packed one after the other: for as many as memory holds of those.
engine::Listings listings(std::size_t count, std::uint64_t seed = 1);

// The same meetings as a Meeting Guide feed, in pieces, in order.
void write_feed(std::size_t count, std::uint64_t seed,
                const std::function<void(std::string_view)>& take);

// How many of all carry it, and one drawn as often as it is carried.
double share_of(directory::Feature feature);
directory::Feature draw_feature(Random& random);

// What is spoken in a town: ten languages in all.
std::string_view language_of(const sample::City& city, Random& random);

// A programme, as often as groups have it (nearly).
directory::Fellowship draw_programme(Random& random);

}  // namespace waymark::workload
