// A place of help as every list together knows it: treatment, housing, harm
// reduction, naloxone, peers, work, testing. The shapes are those of HSDS 3.1
// (Open Referral): one Facility is one of its services at one of its locations,
// with the organization that runs it.
//
// There is no member for a commission or a paid rank, and there will be none.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/ids.h"
#include "core/time.h"
#include "directory/hours.h"
#include "directory/meeting.h"
#include "directory/source.h"

namespace waymark::directory {

using FacilityId = Id<struct FacilityTag>;

// UUIDs, lower case: given by the list, or made of what does not change
// (exchange/site_key.h). Empty where there is no such thing.
struct FacilityIds {
    std::string organization{}, service{}, location{}, service_at_location{};
    friend bool operator==(const FacilityIds&, const FacilityIds&) = default;
};

struct Organization {
    std::string name{}, alternate_name{}, description{}, email{}, website{};
    friend bool operator==(const Organization&, const Organization&) = default;
};

struct FacilityPhone {
    std::string number{};  // As the list writes it.
    std::string extension{};
    // "voice", "intake", "hotline", "textphone", "text", "fax" …
    std::string kind = "voice";
    std::string description{};
    friend bool operator==(const FacilityPhone&, const FacilityPhone&) = default;
};

// Where a fact comes from. `record` is the list's own name for the row.
struct Provenance {
    std::string record{};               // "SA", "OTP": which of a list's rows said so; its id.
    std::optional<Date> said_on{};      // When the list says the fact was true; often unknown.
    std::optional<Date> verified_on{};  // Only when a person looked or called.
    std::string verified_by{};          // A role, never a name.
    std::string method{};               // "survey", "called", "visited", "own page".
    // Set when facts of two sources are joined; else the facility's own.
    SourceId source{};
    friend bool operator==(const Provenance&, const Provenance&) = default;
};

inline constexpr std::string_view kSamhsaTaxonomy = "samhsa-n-sumhss";
// Our own words: `code` is "kind:code" of a Trait ("payment:medicaid").
inline constexpr std::string_view kWaymarkTaxonomy = "waymark";

// A fact as the list states it: a term of a taxonomy, kept verbatim.
struct Attribute {
    std::string taxonomy{};
    std::string code{};      // "BU"; of a label that has no code, empty.
    std::string label{};     // As the list writes it, when that is not the code's usual name.
    std::string category{};  // "OT"
    std::string value{};     // "", or what goes with the term: "no", "2", a text.
    int provenance = 0;      // Into Facility::provenances.
    friend bool operator==(const Attribute&, const Attribute&) = default;
};

struct Capacity {  // Beds, chairs: ask how old the number is before trusting it.
    std::string unit{};
    int available = 0;
    std::optional<int> maximum{};
    std::optional<Instant> updated{};
    std::string description{};
    friend bool operator==(const Capacity&, const Capacity&) = default;
};

struct CostOption {
    std::string option{};  // "Medicaid", "Sliding fee scale"
    std::optional<double> amount{};
    std::string currency{};  // ISO 4217
    std::string description{};
    friend bool operator==(const CostOption&, const CostOption&) = default;
};

// A level of care that somebody with the right to do so has certified. Only
// such a one is shown as a level; what a list ticks is shown as "likely".
struct DocumentedLevel {
    std::string level{};      // "3.5"
    std::string edition{};    // "ASAM 3rd edition", "ASAM 4th edition"
    std::string certifier{};  // Who certified it.
    std::optional<Date> valid_from{}, valid_to{};
    std::string url{};
    friend bool operator==(const DocumentedLevel&, const DocumentedLevel&) = default;
};

// How well its point is known; only `rooftop` and `street` give a distance
// without "about".
enum class GeoPrecision : std::uint8_t { unknown, rooftop, street, postcode, town };
std::string_view code_of(GeoPrecision precision);

enum class FacilityStatus : std::uint8_t { active, inactive, temporarily_closed };

struct Facility {
    FacilityId id{};
    SourceId source{};
    std::string source_key{};  // Unique within the source; for SAMHSA the site's UUIDv5.

    FacilityIds ids{};
    std::string name{};     // Of the service or site, as it is shown.
    std::string program{};  // A second line: "Mohr Center".
    Organization organization{};
    std::string description{};
    FacilityStatus status = FacilityStatus::active;
    std::string alert{};  // "Closed for repairs until May."

    Place place{};  // `point` is approximate unless the precision says better.
    GeoPrecision precision = GeoPrecision::unknown;
    bool has_place = true;  // False: only by phone, web or mail.
    // Why its address is kept secret ("shelter"). Its street, point and every
    // text that holds them are taken out before it is stored (redact()).
    std::string confidential{};
    std::string external_id{};  // With which the owner knows its location.

    std::vector<FacilityPhone> phones{};
    std::string website{}, email{};
    Hours hours{};
    std::vector<std::string> languages{};     // BCP 47
    std::vector<std::string> areas_served{};  // "US-VA", "US", "CA-ON"; empty: not said.
    std::vector<Attribute> attributes{};
    std::vector<Provenance> provenances{};  // At least one.
    std::vector<Capacity> capacities{};
    std::vector<CostOption> costs{};
    std::vector<DocumentedLevel> levels{};
    std::vector<std::string> required_documents{};
    std::vector<std::string> accessibility{};
    std::optional<int> minimum_age{}, maximum_age{};  // Years.
    std::string eligibility{}, how_to_apply{}, fees{}, wait{}, accreditations{};
    std::string supplies_note{};  // Route of a mobile site, where the machine stands.

    std::optional<Instant> updated{};   // When the list last changed it, if it says so.
    std::optional<Instant> modified{};  // When our copy last changed; set by the store.
    bool is_published = true;
    std::vector<std::pair<std::string, std::string>> residue{};  // As Meeting::residue.

    friend bool operator==(const Facility&, const Facility&) = default;
};

// A place that was listed and is no more: what a harvester of /hsds must see.
struct Tombstone {
    FacilityId id{};
    FacilityIds ids{};
    std::string name{};
    Instant removed_at{};
    SourceId source{};
    friend bool operator==(const Tombstone&, const Tombstone&) = default;
};

// Takes out of it all that tells where a confidential place is, in every
// text; twice is the same as once. A place that is not confidential stays.
void redact(Facility& facility);

// `from` is another row about the same site: its facts join those of `into`,
// each with its own provenance; what `into` already says stands.
void merge(Facility& into, Facility from);

}  // namespace waymark::directory
