// The search written the plain way: straight loops over whole meetings, asking
// the directory's own rules and nothing of the finder's index. What the finder
// answers must be this, always; tests compare them on very many requests.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "finder/search.h"

namespace waymark::testing {

struct PlainAnswer {
    std::vector<finder::Match> matches{};  // All of them, in order, without reasons.
    std::map<std::string, std::map<std::string, std::int64_t>> facets{};
    std::int64_t old = 0;  // That fit, and were left out for their age.
};

class PlainSearch {
  public:
    explicit PlainSearch(const finder::Snapshot& snapshot);

    // As finder::search answers before it widens anything.
    PlainAnswer search(const finder::SearchRequest& request, Instant now) const;

  private:
    struct Typed {
        std::string word{};
        bool is_forgiven = false;
    };

    void note_age(const directory::Meeting& meeting);
    bool is_old(const directory::Meeting& meeting, Instant now) const;
    std::vector<Typed> typed_in(const std::string& text) const;
    bool has_words(std::size_t row, const std::vector<Typed>& text) const;
    bool begins_a_word(std::size_t row, std::string_view typed) const;
    bool has_misspelt_word(std::size_t row, std::string_view typed) const;

    const finder::Snapshot& snapshot_;
    std::vector<directory::MeetingPtr> meetings_;  // All, by id.
    std::vector<std::vector<std::string>> words_;  // Of each meeting.
    std::map<directory::MeetingId, std::optional<Instant>> known_true_;
};

}  // namespace waymark::testing
