// The meetings of a search as a list for paper: day by day, in the order of the
// week, with letters for what each is like and a legend of them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/result.h"
#include "web/query.h"
#include "web/site.h"

namespace waymark::web {

// More than anybody would print.
inline constexpr std::size_t kListedMax = 400;

struct ListedMeeting {
    std::string time{}, name{}, href{};
    std::string kind{};                // "NA · O W"
    std::vector<std::string> lines{};  // Where, how to dial in, when not every week.
};

struct ListedDay {
    std::string day{};
    std::vector<ListedMeeting> meetings{};
};

struct MeetingList {
    std::string heading{};
    std::vector<ListedDay> days{};  // From Monday on; a meeting stands on each of its days.
    std::vector<std::pair<std::string, std::string>> legend{};  // "O", "Open"; those used.
    std::size_t left_out = 0;                                   // Beyond kListedMax.
    std::string options{};  // Of the search: "?near=19104&fellowship=na".
};

// Of any day and time, whatever `when` asks. Fails as /find does.
Result<MeetingList> meeting_list(const Visit& visit);

}  // namespace waymark::web
