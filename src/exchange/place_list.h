// Places in a list of anybody's own: a flat table, the properties of points on
// a map, placemarks. docs/import.md says what its words are; a heading may be
// written in capitals, with spaces or underscores.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "directory/facility.h"
#include "exchange/context.h"
#include "json/value.h"

namespace waymark::exchange {

// Refuses a row without a name, and one with a day or number that cannot be. A
// word of a vocabulary that we lack is left out and counted; a kind that nobody
// knows is `Defaults::kind`.
Result<directory::Facility> read_place(const json::Value& row, const Defaults& defaults);

// Fails with unreadable when no column holds the name.
Result<> check_place_columns(const std::vector<std::string>& headings);

// A GeoJSON feature as a row: its properties, its point, its id. Refuses
// a feature that is no point.
Result<json::Value> row_of_feature(const json::Value& feature);

// A description of lines such as "Type: Box" or rows of an HTML table, taken
// apart: what has a name that we know becomes that field of `row`, unless it is
// there already; the rest is its description.
void read_description(std::string_view html, json::Value& row);

}  // namespace waymark::exchange
