// A search as anybody might type it: parsed or refused with a sentence that
// names the option, and what is parsed can be searched and told as JSON.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/text.h"
#include "finder/answer_json.h"
#include "finder/request.h"
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
