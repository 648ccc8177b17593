// A search for places of help as anybody might type it: parsed or refused with a sentence that
// names the option, and what is parsed can be searched and told as JSON.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/text.h"
#include "finder/facility_json.h"
#include "finder/facility_request.h"
#include "json/parse.h"

namespace {

using waymark::Result;

void require(bool holds) {
    if (!holds) std::abort();
}

waymark::finder::Options options_of(std::string_view text) {
    waymark::finder::Options options;
    for (const auto option : waymark::split(text, '&')) {
        const auto equals = option.find('=');
        const auto value = equals == option.npos ? std::string_view{} : option.substr(equals + 1);
        options.emplace_back(option.substr(0, equals), value);
    }
    return options;
}

Result<waymark::places::Answer> somewhere(std::string_view text) {
    waymark::places::Answer answer;
    if (!waymark::is_utf8(text)) return waymark::invalid_input("near", "Write a place.");
    answer.best.name = text;
    answer.best.point = {static_cast<double>(text.size() % 90), 179.9};
    return answer;
}

const waymark::finder::Snapshot& directory() {
    waymark::directory::Facility place{.id = {1}, .name = "Café Clinic"};
    place.provenances = {{.record = "SA"}};
    for (const auto* code : {"SA", "UB", "MD", "TELE"}) {
        place.attributes.push_back(
            {.taxonomy = std::string{waymark::directory::kSamhsaTaxonomy}, .code = code});
    }
    place.place.point = waymark::GeoPoint{19, 179.9};
    static const waymark::finder::Snapshot kDirectory{
        {}, {}, 0, waymark::finder::Facilities{{place}, {}}};
    return kDirectory;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto asked = waymark::finder::parse_facility_request(options_of(text), somewhere);
    if (!asked) {
        require(!asked.error().message.empty());
        return 0;
    }
    const auto now = asked->now.value_or(waymark::parse_instant("2026-11-21T18:00:00Z").value());
    const auto answer = waymark::finder::search_facilities(directory(), asked->request, now);
    if (!answer) {
        require(!answer.error().field.empty());
        return 0;
    }
    const auto told = waymark::finder::facility_answer_json(directory(), *asked, *answer);
    require(waymark::json::parse(told).has_value());
    return 0;
}
