// Places of help around where somebody is, for pages that are no search of
// their own: a place typed, and a few cards for each thing needed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "finder/facility_request.h"
#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

// Where the reader says they are (?near=), if they say it.
struct CareNear {
    std::string typed{};
    std::optional<places::Answer> place{};
    std::string problem{};  // Why what was typed could not be taken.
};
CareNear care_near(const Visit& visit);

// Like `visit`, but distances are as the place's country writes them.
Visit visit_at(const Visit& visit, const CareNear& near);

// What a page asks for around there.
struct CareAsked {
    finder::Options options{};  // In the words of finder/facility_request.h.
    std::size_t limit = 3;
    bool is_open_first = false;                  // Those that are open now stand first.
    std::vector<directory::FacilityId> shown{};  // Already on the page: left out.
};

// None when nothing was typed, or none is within reach; `shown` grows by them.
struct CareFound {
    std::vector<finder::FacilityMatch> matches{};
    bool has_more = false;
};
CareFound care_found(const Visit& visit, const CareNear& near, CareAsked& asked);

// The same as cards: {"cards": …, "all": link to all of them}, or false when there are none.
html::Data care_cards(const Visit& visit, const CareNear& near, CareAsked& asked);

}  // namespace waymark::web
