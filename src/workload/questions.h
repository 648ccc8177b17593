// What people ask of a directory of meetings, in five classes taken in turn:
//
//   a  the 50 nearest in a room, on one to three days, starting inside 2 to 6
//      hours, with any of one to three features, however far away
//   b  the 50 nearest within 10 miles that have a word, or two, in their text
//   c  a box 0.05 to 5 degrees wide and a programme: how many there are, and the
//      first 200 in the order of the week
//   d  online or hybrid, in a language, starting within two hours: the first 50
//   e  how many of each day, programme, venue, need … inside 2 to 100 miles
//
// Four in five ask from a place by how many live there, one from any town of the
// world; one in twenty from up to 2.5 degrees away. All are asked in a week
// without a change of clocks, so that engines which only know the week's minute
// can answer class d.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/random.h"
#include "finder/search.h"
#include "sample/cities.h"

namespace waymark::workload {

inline constexpr std::array<char, 5> kClasses{'a', 'b', 'c', 'd', 'e'};

struct Question {
    char kind = 'a';
    finder::SearchRequest request{};
    Instant now{};
};

class Questions {
  public:
    explicit Questions(std::uint64_t seed = 2);
    Question next();

  private:
    GeoPoint draw_point();
    void ask_nearest(finder::SearchRequest& request);
    void ask_words(finder::SearchRequest& request);
    void ask_box(finder::SearchRequest& request);
    void ask_soon(finder::SearchRequest& request);
    void ask_counts(finder::SearchRequest& request);

    sample::Cities cities_{};
    std::vector<GeoPoint> towns_{};
    Random random_;
    std::size_t asked_ = 0;
};

std::vector<Question> questions(std::size_t count, std::uint64_t seed = 2);

// Sunday 00:00 of that week, in universal time.
Instant week_of_questions();

// The question as the API takes it: "near=39.95,-75.16&radius=10mi&text=…". With
// a page of `limit`. Features that the API has no any-of for are left out.
std::string query_of(const Question& question, std::size_t limit);

}  // namespace waymark::workload
