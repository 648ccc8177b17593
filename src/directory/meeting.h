// A meeting as every feed together knows it: the superset of Meeting Guide and
// BMLT records, with what neither has (fellowship, recurrence, dated closures,
// medication, confirmation).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/geo.h"
#include "core/ids.h"
#include "core/time.h"
#include "directory/feature.h"
#include "directory/fellowship.h"
#include "directory/schedule.h"
#include "directory/source.h"
#include "directory/venue.h"

namespace waymark::directory {

using MeetingId = Id<struct MeetingTag>;

struct Place {
    std::string name{};     // "Grace Lutheran Church"
    std::string address{};  // One line, when the source gives it so.
    std::string street{}, borough{}, neighborhood{}, town{}, county{}, state{}, postcode{};
    std::string country{};  // As the source writes it.
    std::string notes{};    // "Side door, ring twice."
    std::string transit{};  // Buses and trains.
    std::optional<GeoPoint> point{};
    bool is_approximate = false;  // `point` is a town's or a box's middle, not a door.
    friend bool operator==(const Place&, const Place&) = default;
};

struct Online {
    std::string url{}, url_notes{}, phone{}, phone_notes{}, meeting_number{};
    // What one needs to get in. `members`: the group gives it to those it knows.
    enum class Passcode : std::uint8_t { unknown, none, shown, ask, members } passcode{};
    friend bool operator==(const Online&, const Online&) = default;
};

// What the group says of medication such as methadone or buprenorphine.
struct MedicationFact {
    enum class Attitude : std::uint8_t { unknown, welcomes, refuses } attitude{};
    std::string source{};  // Who said so: "the group's own listing".
    std::optional<Date> said_on{};
    friend bool operator==(const MedicationFact&, const MedicationFact&) = default;
};
std::string_view code_of(MedicationFact::Attitude attitude);  // "unknown", "welcomes", "refuses"

struct Contact {  // Never shown on a public page.
    std::string name{}, phone{}, email{};
    friend bool operator==(const Contact&, const Contact&) = default;
};

// Who answers for the listing.
struct Entity {
    std::string name{}, email{}, phone{}, location{}, logo{}, url{};
    friend bool operator==(const Entity&, const Entity&) = default;
};

struct Contributions {
    std::string venmo{}, paypal{}, square{};
    friend bool operator==(const Contributions&, const Contributions&) = default;
};

struct Freshness {
    std::optional<Instant> updated{};  // When the source last changed it.
    std::optional<Instant> last_confirmed_at{};
    std::string confirmed_by{};   // A role, never a name: "host", "visitor", "editor".
    std::string confirmed_how{};  // "visited", "called", "form".
    friend bool operator==(const Freshness&, const Freshness&) = default;
};

struct Meeting {
    MeetingId id{};
    SourceId source{};
    std::string source_key{};  // The source's own id for it; unique within the source.

    std::string name{};
    std::string group{}, group_notes{};
    Fellowship fellowship = Fellowship::unknown;
    Schedule schedule{};
    Venue venue{};
    Place place{};
    Online online{};
    FeatureSet features{};
    std::vector<std::string> languages{};  // BCP 47; empty is not said.
    MedicationFact medication{};
    std::vector<std::string> codes{};  // Types or formats, as the source writes them.
    std::string notes{};
    std::vector<std::string>
        regions{};               // General to specific: region, sub-region; or service body.
    std::string service_body{};  // The source's id of the body that answers for it.
    std::string world_id{};      // NA World Services' id.
    std::string website{}, email{}, phone{}, edit_url{}, feedback_url{};
    std::vector<std::string> feedback_emails{};
    std::vector<Contact> contacts{};
    Contributions contributions{};
    Entity entity{};
    Freshness freshness{};
    bool is_published = true;
    // When this directory's row of it last changed; set by a store that reads
    // it, of no account when it is put.
    std::optional<Instant> modified{};

    // The source's fields that the ones above cannot give back byte for byte:
    // name and JSON text. Written over ours when exported in the same format.
    std::vector<std::pair<std::string, std::string>> residue{};

    friend bool operator==(const Meeting&, const Meeting&) = default;
};

// How one takes part on that day. A meeting in person whose place is only
// approximate is `unknown`: nobody could find its door.
VenueKind venue_on(const Meeting& meeting, Date date);
VenueKind venue_on(const Venue& venue, bool is_approximate, Date date);  // Its place.
VenueKind usual_venue(const Meeting& meeting);  // The same, outside all spells.

// What is known of its attitude to medication: the fact, or else its own listing.
MedicationFact::Attitude medication_attitude(const Meeting& meeting);

}  // namespace waymark::directory
