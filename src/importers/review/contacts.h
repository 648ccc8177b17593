// The ways by which a listing sends people somewhere: what a hijacker would
// change. Written in one form, so that two writings of one way are one.
#pragma once

#include <string>
#include <vector>

#include "directory/facility.h"
#include "directory/meeting.h"

namespace waymark::importers {

// Each list sorted and without repeats.
struct Contacts {
    std::vector<std::string> phones{};  // PhoneNumber::key; unreadable ones as written, folded.
    // Hosts of its web addresses: "example.org". Many groups meet on one host,
    // so of a video meeting it is the room: "zoom.us/j/123"; and of gifts the
    // account they go to: "venmo/@group".
    std::vector<std::string> hosts{};
};

Contacts contacts_of(const directory::Meeting& meeting);
Contacts contacts_of(const directory::Facility& facility);

// "71 tan bark plaza 22968": street and postcode, or town, folded; empty when
// the place names neither.
std::string address_key(const directory::Place& place);

}  // namespace waymark::importers
