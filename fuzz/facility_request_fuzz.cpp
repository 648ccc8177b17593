// A search for places of help as anybody might type it: parsed or refused with a sentence that
// names the option, and what is parsed can be searched and told as JSON.

#include "typed_search.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "finder/facility_json.h"
#include "finder/facility_request.h"
#include "json/parse.h"

namespace {

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
