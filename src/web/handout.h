// A page of notes that one person makes for another: a counsellor picks
// meetings, places of help, lines and articles, prints them, and hands them
// over. What was picked stands in the address of the page and nowhere else:
// numbers of listings and names of articles, nothing about a person.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "directory/facility.h"
#include "directory/helpline.h"
#include "directory/meeting_ptr.h"
#include "learn/article.h"
#include "web/site.h"

namespace waymark::web {

inline constexpr std::size_t kHandoutMax = 6;  // Of each: what one printed page holds.

// Ids as the address has them, each once, in their order.
struct Handout {
    std::vector<std::string> meetings{}, places{}, lines{}, articles{};

    bool is_empty() const {
        return meetings.empty() && places.empty() && lines.empty() && articles.empty();
    }
};

// ?meetings=1,2&meetings=7&places=3&lines=us-samhsa&articles=slug,slug
struct HandoutAsked {
    Handout picked{};              // All that could be read.
    std::optional<Error> wrong{};  // What could not be taken, or was too much.
};
HandoutAsked read_handout(const http::Request& request);

// What of it is still listed.
struct Picked {
    std::vector<directory::MeetingPtr> meetings{};
    std::vector<const directory::Facility*> places{};
    std::vector<const directory::Helpline*> lines{};
    std::vector<const learn::Article*> articles{};  // In the reader's language.
    std::int64_t gone = 0;
};
Picked look_up(const Visit& visit, const Handout& handout);

// "1 thing that was chosen is no longer listed."; "" when all of it is.
std::string gone_words(const Visit& visit, const Picked& picked);

// "/handout?meetings=1,2&lines=us-samhsa": to choose on. `more` stands last.
std::string handout_address(std::string_view page, const Handout& handout,
                            const http::Fields& more = {});

// Which sheet of paper a page is laid out for (?size=a4): "a4" or "letter".
std::string_view sheet_size(const Visit& visit);

}  // namespace waymark::web
