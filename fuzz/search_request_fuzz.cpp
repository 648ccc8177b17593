// A search as anybody might type it: parsed or refused with a sentence that
// names the option, and what is parsed can be searched and told as JSON.

#include "typed_search.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "finder/answer_json.h"
#include "json/parse.h"

namespace {

const waymark::finder::Snapshot& directory() {
    waymark::directory::Meeting meeting{.id = {1}, .name = "Café Hope"};
    meeting.schedule.days = waymark::directory::WeekdaySet::all();
    meeting.place.point = waymark::GeoPoint{19, 179.9};
    static const waymark::finder::Snapshot kDirectory{{meeting}, {}};
    return kDirectory;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto asked = waymark::finder::parse_request(options_of(text), somewhere);
    if (!asked) {
        require(!asked.error().message.empty());
        return 0;
    }
    const auto now = asked->now.value_or(waymark::parse_instant("2026-11-21T18:00:00Z").value());
    const auto answer = waymark::finder::search(directory(), asked->request, now);
    if (!answer) {
        require(!answer.error().field.empty());
        return 0;
    }
    const auto told = waymark::finder::answer_json(directory(), *asked, *answer, now);
    require(waymark::json::parse(told).has_value());
    return 0;
}
