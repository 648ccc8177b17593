// Which public lists cover a place: for a host whose directory is still empty.
// Nothing is fetched; what is answered are addresses, and the lines that read them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/known_lists.h"
#include "core/geo.h"
#include "core/result.h"

namespace waymark::finder {

// A town, a state or a country that a host wants lists of.
struct Community {
    std::string name{};               // "Philadelphia, PA"; "PA, United States"; "France".
    std::string country{};            // ISO 3166-1; "" where nobody lives.
    std::string region{};             // "PA"; "" where we have none, and for a whole country.
    std::optional<GeoPoint> point{};  // Of a town; not set for a state or a country.
};

// "PA", "Pennsylvania", "US-PA", "France", and whatever places::locate takes.
// Fails as it does.
Result<Community> community_of(std::string_view typed);

enum class Reach : std::uint8_t { region, country, world };

struct ListOffer {
    const content::KnownList* list = nullptr;
    std::string source{};  // A name for it: its id, made whole.
    std::string url{};     // Likewise.
    Reach reach{};
};

struct ListOffers {
    std::vector<ListOffer> offers{};  // Nearest reach first, else as the lists stand.
    bool are_more_by_state = false;   // A list that needs a state to be named.
    bool are_more_by_town = false;    // One that needs a town.
};

// The offers point into `lists`.
ListOffers lists_near(std::span<const content::KnownList> lists, const Community& community);

// The line for a shell that reads it now and from then on.
std::string import_command(const ListOffer& offer);

}  // namespace waymark::finder
