#include "compat/hsds/query.h"

#include <algorithm>
#include <string_view>

#include "compat/hsds/derived_id.h"
#include "core/number.h"
#include "core/text.h"
#include "finder/facilities.h"
#include "places/postcodes.h"

namespace waymark::compat::hsds {
namespace {

constexpr std::size_t kSearchLettersMax = 200;
constexpr std::size_t kPageMax = 1'000'000;
constexpr double kHalfWayRoundMetres = 20'100'000;

struct Where {
    std::optional<double> latitude{}, longitude{}, proximity{};
    std::optional<places::Place> postcode{};
};

Result<std::size_t> count_in(std::string_view text, std::size_t most, const char* what) {
    const auto number = parse_number<std::size_t>(text);
    if (!number || *number < 1 || *number > most) return invalid_input("", what);
    return *number;
}

Result<> read_flag(bool& flag, std::string_view text) {
    const auto said = ascii_lower(text);
    if (said != "true" && said != "false" && said != "1" && said != "0")
        return invalid_input("", "Write true or false.");
    flag = said == "true" || said == "1";
    return {};
}

Result<> read_id(std::string& id, std::string_view text) {
    if (!is_uuid(text))
        return invalid_input("", "Write the id as a UUID, as it stands in the lists.");
    id = ascii_lower(text);
    return {};
}

// With a zone or, as many clients write it, without: then it is UTC. A day
// alone is its first second.
Result<> read_time(Query& query, std::string_view text) {
    std::string whole{text};
    if (whole.size() == 10) whole += "T00:00:00";
    for (const auto* ending : {"", "Z"}) {
        if (const auto time = parse_instant(whole + ending)) {
            query.modified_after = *time;
            return {};
        }
    }
    return invalid_input("", "Write the time as 2026-11-21T18:00:00Z.");
}

Result<> read_degrees(std::optional<double>& into, std::string_view text, double most) {
    into = parse_number<double>(text);
    if (!into || *into < -most || *into > most)
        return invalid_input("", "Write degrees as a number, such as 42.73 or -73.69.");
    return {};
}

Result<> read_proximity(Where& where, std::string_view text) {
    where.proximity = parse_number<double>(text);
    if (!where.proximity || *where.proximity <= 0 || *where.proximity > kHalfWayRoundMetres)
        return invalid_input("", "Write the distance as a number of metres, more than 0.");
    return {};
}

Result<> read_postcode(Query& query, Where& where, std::string_view text) {
    const auto found = places::postcode_in(text);
    where.postcode = found ? places::find_postcode(found->code) : std::nullopt;
    if (!where.postcode) {
        return invalid_input(
            "",
            "This postcode is not in our tables. We know those of the United States and "
            "Canada.");
    }
    query.served_postcode = found->code;
    return {};
}

Result<> read_parameter(Query& query, Where& where, std::string_view name, std::string_view text) {
    if (name == "page") {
        query.page = TRY(count_in(text, kPageMax, "Write the number of a page, from 1."));
    }
    if (name == "per_page")
        query.per_page = TRY(count_in(text, kPerPageMax, "Ask for 1 to 500 objects a page."));
    if (name == "search") {
        if (text.size() > kSearchLettersMax)
            return invalid_input("", "Search for fewer words: 200 letters at most.");
        query.search = text;
    }
    if (name == "format") {
        if (text != "json" && text != "ndjson") return invalid_input("", "Choose json or ndjson.");
        query.is_lines = text == "ndjson";
    }
    if (name == "minimal") return read_flag(query.minimal, text);
    if (name == "full") return read_flag(query.full, text);
    if (name == "full_service") return read_flag(query.full_service, text);
    if (name == "top_only") return read_flag(query.top_only, text);
    if (name == "taxonomy_term_id") return read_id(query.taxonomy_term_id, text);
    if (name == "taxonomy_id") return read_id(query.taxonomy_id, text);
    if (name == "organization_id") return read_id(query.organization_id, text);
    if (name == "parent_id") return read_id(query.parent_id, text);
    if (name == "modified_after") return read_time(query, text);
    if (name == "latitude") return read_degrees(where.latitude, text, 90);
    if (name == "longitude") return read_degrees(where.longitude, text, 180);
    if (name == "proximity") return read_proximity(where, text);
    if (name == "postcode") return read_postcode(query, where, text);
    return {};
}

Result<> settle_where(Query& query, const Where& where) {
    if (where.latitude.has_value() != where.longitude.has_value()) {
        return invalid_input(where.latitude ? "longitude" : "latitude",
                             "Give latitude and longitude together.");
    }
    if (where.proximity && !where.latitude && !where.postcode) {
        return invalid_input("proximity",
                             "Say from where: give latitude and longitude, or a postcode.");
    }
    if (where.latitude && !where.proximity)
        return invalid_input("proximity", "Say how far: give proximity in metres.");
    if (where.proximity) {
        const auto center =
            where.latitude ? GeoPoint{*where.latitude, *where.longitude} : where.postcode->point;
        query.around = Circle{center, Kilometers{*where.proximity / 1000}};
    }
    // A distance takes the place of the area served, as the standard has it.
    if (where.postcode && !(where.proximity && !where.latitude)) {
        query.served_area = finder::area_code(where.postcode->country, where.postcode->region);
    } else {
        query.served_postcode.clear();
    }
    return {};
}

Result<> settle_size(Query& query, bool is_size_given) {
    if (query.has_everything() && query.per_page > kFullPerPageMax)
        return invalid_input("per_page", "Ask for 1 to 100 full objects a page.");
    if (query.minimal && !is_size_given) query.per_page = 0;
    return {};
}

}  // namespace

bool Query::is_private() const {
    return !search.empty() || around.has_value() || !served_postcode.empty();
}

Result<Query> read_query(const http::Fields& parameters) {
    Query query;
    Where where;
    bool is_size_given = false;
    for (const auto& [name, value] : parameters) {
        const auto text = trimmed(value);
        if (text.empty()) continue;
        auto read = read_parameter(query, where, name, text);
        if (!read) read.error().field = name;
        TRY(read);
        is_size_given = is_size_given || name == "per_page";
    }
    TRY(settle_where(query, where));
    TRY(settle_size(query, is_size_given));
    return query;
}

}  // namespace waymark::compat::hsds
