#include "exchange/mapped_csv.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "core/text.h"
#include "exchange/mapped_csv_record.h"
#include "exchange/mapped_csv_values.h"
#include "exchange/meeting_guide_record.h"

namespace waymark::exchange {
namespace {

using directory::Feature;
using directory::FeatureSet;
using directory::MedicationFact;
using directory::Meeting;
using directory::VenueKind;

void warn_unless_understood(bool is_understood, const Defaults& defaults) {
    if (!is_understood) defaults.warn("A yes or no that could not be understood was left out.");
}

// Whether the door is open to anyone: "Yes", or a word for it.
std::optional<bool> is_open(std::string_view cell) {
    if (const auto yes = yes_in_cell(cell)) return yes;
    const std::string folded = fold(cell);
    if (folded.find("closed") != std::string::npos || folded.find("cerrad") != std::string::npos) {
        return false;
    }
    if (folded.find("open") != std::string::npos || folded.find("abiert") != std::string::npos) {
        return true;
    }
    return std::nullopt;
}

void set_door(FeatureSet& features, bool open) {
    features.remove(open ? Feature::closed : Feature::open);
    features.add(open ? Feature::open : Feature::closed);
}

// Columns of yes and no.
void read_features(const json::Value& said, const Defaults& defaults, FeatureSet& features) {
    for (const auto& [field, value] : *said.members()) {
        const auto feature = directory::feature_of_code(field);
        if (!feature || value.string() == nullptr) continue;
        if (*feature == Feature::open || *feature == Feature::closed) {
            const auto open = is_open(*value.string());
            warn_unless_understood(open.has_value(), defaults);
            // "Closed: Yes" says what "Open: No" says; "Closed: Open" is a word.
            const bool is_plain = yes_in_cell(*value.string()).has_value();
            if (open) set_door(features, *open == !(is_plain && *feature == Feature::closed));
            continue;
        }
        const auto yes = yes_in_cell(*value.string());
        warn_unless_understood(yes.has_value(), defaults);
        if (!yes) continue;
        if (*yes) {
            features.add(*feature);
        } else {
            features.remove(*feature);
        }
    }
}

MedicationFact medication_in(std::string_view cell) {
    const auto yes = yes_in_cell(cell);
    const std::string folded = fold(cell);
    MedicationFact fact{.source = "the group's own listing"};
    if (folded == "welcomes" || yes == true) {
        fact.attitude = MedicationFact::Attitude::welcomes;
    } else if (folded == "refuses" || yes == false) {
        fact.attitude = MedicationFact::Attitude::refuses;
    } else {
        return {};
    }
    return fact;
}

// What the table says of it stands against what its place and links suggest,
// but for a door: nobody can walk in where no place is given.
VenueKind venue_told(std::string_view cell, VenueKind suggested) {
    const auto told = venue_in_cell(cell);
    if (!told || *told == VenueKind::in_person || suggested == VenueKind::by_appointment) {
        return suggested;
    }
    if (*told == VenueKind::online && suggested == VenueKind::temporarily_online) return suggested;
    if (*told != VenueKind::hybrid) return *told;
    if (suggested == VenueKind::in_person) return VenueKind::hybrid;
    return suggested == VenueKind::unknown ? VenueKind::online : suggested;
}

// What a Meeting Guide record has no word for.
void read_more(const json::Value& said, const Defaults& defaults, Meeting& meeting) {
    meeting.place.borough = said.text_or("borough");
    meeting.place.neighborhood = said.text_or("neighborhood");
    meeting.medication = medication_in(said.text_or("medication"));
    read_features(said, defaults, meeting.features);
    meeting.venue.usual = venue_told(said.text_or("venue_kind"), meeting.venue.usual);
}

}  // namespace

Result<Meeting> read_mapped_csv(const json::Value& row, const ColumnMap& map,
                                const Defaults& defaults) {
    const json::Value said = map.applied_to(row);
    Defaults own = defaults;
    if (const auto fellowship = fellowship_in_cell(said.text_or("fellowship"))) {
        own.fellowship = *fellowship;
    }
    const auto read = [&]() -> Result<Meeting> {
        const json::Value record = TRY(guide_record_of(said, own, map.date_order()));
        return read_meeting_guide_fields(record, own);
    };
    auto meeting = read();
    if (!meeting) {
        Error error = std::move(meeting).error();
        error.field = map.column_of(error.field);
        return tl::unexpected(std::move(error));
    }
    read_more(said, defaults, *meeting);
    return meeting;
}

}  // namespace waymark::exchange
