#include <algorithm>
#include <array>

#include "compat/bmlt/search.h"
#include "core/number.h"
#include "core/text.h"
#include "core/time.h"
#include "places/gazetteer.h"

namespace waymark::compat::bmlt {
namespace {

constexpr double kAutoForAddress = -10;  // numberOfMeetingsForAuto
constexpr std::size_t kWordsMax = 32;
constexpr std::size_t kShortestText = 3;
constexpr int kPagesMax = 1'000'000;

struct Alias {
    std::string_view name;
    std::string_view keys;
};
constexpr std::array<Alias, 5> kSortAliases{{
    {"weekday",
     "weekday_tinyint,location_municipality,location_city_subsection,start_time,"
     "location_neighborhood"},
    {"time",
     "weekday_tinyint,start_time,location_municipality,location_city_subsection,"
     "location_neighborhood"},
    {"town",
     "location_municipality,location_city_subsection,location_neighborhood,"
     "weekday_tinyint,start_time"},
    {"state",
     "location_province,location_municipality,location_city_subsection,weekday_tinyint,"
     "start_time"},
    {"weekday_state",
     "weekday_tinyint,location_province,location_municipality,start_time,"
     "location_city_subsection"},
}};
constexpr std::string_view kUsualSort = "weekday_tinyint,start_time,duration_time";

// "H" and "M" of one moment: either alone is enough, both are held to a day.
std::optional<int> clock(const Parameters& parameters, const std::string& name) {
    const auto hours = parameters.integer(name + "H");
    const auto minutes = parameters.integer(name + "M");
    if (!hours && !minutes) return std::nullopt;
    const auto clamped = [](std::optional<std::int64_t> value, std::int64_t last) {
        return static_cast<int>(std::clamp<std::int64_t>(value.value_or(0), 0, last));
    };
    return clamped(hours, 23) * 60 + clamped(minutes, 59);
}

// "7:00" and "7:00:00" are "07:00:00"; empty for what is no time.
std::string time_text(std::string_view text) {
    const auto parts = split(trimmed(text), ':');
    if (parts.size() < 2 || parts.size() > 3) return {};
    std::string whole;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto number = i < parts.size() ? parse_number<int>(trimmed(parts[i])) : 0;
        if (!number || *number < 0 || *number > (i == 0 ? 24 : 59)) return {};
        if (i > 0) whole.push_back(':');
        whole += (*number < 10 ? "0" : "") + std::to_string(*number);
    }
    return whole;
}

void read_key(const Parameters& parameters, const Table& table, Search& search) {
    if (!parameters.has("meeting_key")) return;
    const auto column = table.column_of(parameters.text("meeting_key"));
    const bool is_never = !column || *column == formats || *column == latitude ||
                          *column == longitude || *column == distance_in_km ||
                          *column == distance_in_miles ||
                          (*column < first_own && kColumns[*column].is_hidden);
    if (is_never) {
        search.is_hopeless = true;
        return;
    }
    KeyFilter filter{.column = *column};
    for (const auto value : parameters.values("meeting_key_value")) {
        const bool is_time = *column == start_time || *column == duration_time;
        const auto text = is_time ? time_text(value) : std::string{trimmed(value)};
        if (text.empty()) continue;
        std::ranges::copy(table.pool().like(text), std::back_inserter(filter.values));
    }
    search.is_hopeless |= filter.values.empty();
    search.key = std::move(filter);
}

bool asks_for_distance(const Parameters& parameters) {
    return std::ranges::any_of(parameters.list("data_field_key"), [](std::string_view key) {
        return key == "distance_in_km" || key == "distance_in_miles";
    });
}

void read_circle(const Parameters& parameters, Search& search) {
    const auto latitude_asked = parameters.number("lat_val");
    const auto longitude_asked = parameters.number("long_val");
    if (!latitude_asked && !longitude_asked) return;
    Circle circle;
    circle.width = parameters.number("geo_width");
    if (!circle.width) {
        circle.width = parameters.number("geo_width_km");
        if (circle.width) circle.unit = Unit::kilometers;
    }
    if (!latitude_asked || !longitude_asked || (!circle.width && !asks_for_distance(parameters))) {
        search.is_hopeless = true;
        return;
    }
    circle.center = {*latitude_asked, *longitude_asked};
    search.circle = circle;
}

bool is_number_list(const Parameters& parameters) {
    const auto items = parameters.list("SearchString");
    return !items.empty() && std::ranges::all_of(items, [](std::string_view item) {
        return parse_number<std::int64_t>(item).has_value();
    });
}

Result<> read_address(const Parameters& parameters, Search& search) {
    const auto answer = TRY(places::locate(parameters.text("SearchString")));
    Circle circle{.center = answer.best.point};
    circle.width = parameters.number("SearchStringRadius").value_or(kAutoForAddress);
    search.circle = circle;
    return {};
}

Result<> read_text(const Parameters& parameters, Search& search) {
    const auto text = parameters.text("SearchString");
    if (text.empty()) return {};
    if (parameters.is_one("StringSearchIsAnAddress")) return read_address(parameters, search);
    if (is_number_list(parameters)) {
        search.ids = parameters.ids("SearchString");
        return {};
    }
    if (text.size() < kShortestText) return {};
    search.has_words = true;
    const auto folded = fold(text);
    for (const auto word : words_of(folded)) {
        if (search.words.size() < kWordsMax) search.words.emplace_back(word);
    }
    return {};
}

void read_sort(const Parameters& parameters, const Table& table, Search& search) {
    std::vector<std::string_view> keys = parameters.list("sort_keys");
    if (keys.empty()) {
        const auto alias =
            std::ranges::find(kSortAliases, parameters.text("sort_key"), &Alias::name);
        keys = split(alias == kSortAliases.end() ? kUsualSort : alias->keys, ',');
    }
    for (const auto key : keys) {
        if (const auto column = table.column_of(trimmed(key))) {
            search.sort_columns.push_back(*column);
        }
    }
}

void read_page(const Parameters& parameters, Search& search) {
    const auto size = parameters.integer("page_size").value_or(0);
    if (size <= 0) return;
    search.page_size = static_cast<std::size_t>(std::min<std::int64_t>(size, kPagesMax));
    const auto page = parameters.integer("page_num").value_or(1);
    search.page = static_cast<std::size_t>(std::clamp<std::int64_t>(page, 1, kPagesMax));
}

Published published_of(const Parameters& parameters) {
    const auto asked = parameters.text("advanced_published");
    if (asked == "0") return Published::both;
    return asked.empty() || asked == "1" ? Published::yes : Published::no;
}

}  // namespace

Result<Search> read_search(const Parameters& parameters, const Table& table) {
    Search search;
    search.ids = parameters.ids("meeting_ids");
    search.weekdays = parameters.ids("weekdays");
    search.venues = parameters.ids("venue_types");
    search.bodies =
        table.bodies().meant(parameters.ids("services"), parameters.is_one("recursive"));
    search.formats = parameters.ids("formats");
    const auto join = parameters.text("formats_comparison_operator");
    search.any_format = !join.empty() && ascii_upper(join) != "AND";
    read_key(parameters, table, search);
    search.starts_after = clock(parameters, "StartsAfter");
    search.starts_before = clock(parameters, "StartsBefore");
    search.ends_before = clock(parameters, "EndsBefore");
    search.duration_min = clock(parameters, "MinDuration");
    search.duration_max = clock(parameters, "MaxDuration");
    read_circle(parameters, search);
    TRY(read_text(parameters, search));
    search.published = published_of(parameters);
    search.by_distance = parameters.is_one("sort_results_by_distance");
    read_sort(parameters, table, search);
    read_page(parameters, search);
    return search;
}

}  // namespace waymark::compat::bmlt
