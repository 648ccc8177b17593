// What the directory knows of a place of help, in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "directory/facility.h"
#include "directory/trait_set.h"
#include "finder/facility_search.h"
#include "web/site.h"

namespace waymark::web {

// "SAMHSA’s FindTreatment list", else the name that the host gave the list.
std::string list_words(const locale::Speaker& speak, const directory::Source& source);

// "From SAMHSA’s FindTreatment list, read on November 18, 2026": who says it
// and how old that is; never "verified".
std::string said_words(const Visit& visit, directory::SourceId source);

// The lists behind a place, each once; they are joined in one place.
std::vector<directory::SourceId> sources_of(const directory::Facility& facility);

// "From …, read on …; from …. Checked by a person on November 1, 2026."
std::string freshness_words(const Visit& visit, const directory::Facility& facility);

// Whether nobody knew it to be true in the last 30 days: call first.
bool is_marked(const Visit& visit, const directory::Facility& facility);

// "1.3 mi", or "about 3 mi (middle of its ZIP area)"; "" when not known.
std::string distance_words(const locale::Speaker& speak, const finder::FacilityMatch& match);

// Street and town; of a confidential place, that it is private and to call first.
std::string whereabouts_words(const locale::Speaker& speak, const directory::Facility& facility);

// "Open now, until 5 PM", "Closed now, opens tomorrow 8 AM"; "" when its hours are not known.
std::string open_words(const Visit& visit, const directory::Facility& facility);

// "Closed for now"; "" while it takes people.
std::string status_words(const locale::Speaker& speak, const directory::Facility& facility);

// "Medicaid, Price by income": of one kind, in the vocabulary's order.
std::vector<std::string> trait_names(const locale::Speaker& speak, directory::TraitSet set,
                                     directory::TraitKind kind);

// "Medication", "How you can pay" …
std::string kind_words(const locale::Speaker& speak, directory::TraitKind kind);

// Who says that a place has a trait, or has it not, and how old that is; ""
// when nobody does.
std::string fact_source_words(const Visit& visit, const directory::Facility& facility,
                              directory::Trait trait);

struct Dial {
    std::string href{};   // "tel:…"
    std::string shown{};  // As the list writes it, with the extension.
};
Dial dial_of(const locale::Speaker& speak, const directory::FacilityPhone& phone);
// The number to call first: intake before the desk before a hotline, never a fax.
std::optional<Dial> first_phone(const locale::Speaker& speak, const directory::Facility& facility);

}  // namespace waymark::web
