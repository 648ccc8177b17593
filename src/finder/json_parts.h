// Parts that the JSON of several answers shares.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geo.h"
#include "core/phrase.h"
#include "directory/meeting.h"
#include "finder/search.h"
#include "json/write.h"
#include "places/gazetteer.h"

namespace waymark::finder {

// As road signs of that country have it.
LengthUnit unit_in(std::string_view country);

// "Grace Church, 12 Elm St, Troy".
std::string place_line(const directory::Place& place);

// Each writes a key and its value; what is empty or missing is null.
void write_text(json::Writer& out, std::string_view key, std::string_view text);
void write_km(json::Writer& out, std::string_view key, std::optional<Kilometers> length);
void write_phrases(json::Writer& out, std::string_view key, const std::vector<Phrase>& phrases,
                   LengthUnit unit);
void write_facets(json::Writer& out, const std::vector<Facet>& facets);
void write_place(json::Writer& out, const std::optional<places::Answer>& place);

}  // namespace waymark::finder
