#include "api/places.h"

#include "api/answer.h"
#include "finder/facility_json.h"
#include "finder/facility_request.h"

namespace waymark::api {

http::Response find_places(const Directory& directory, const http::Request& request) {
    const auto asked = finder::parse_facility_request(request.query);
    if (!asked) return problem(asked.error());
    const auto snapshot = finder::for_others(directory.snapshot());
    const Instant now = asked->now.value_or(directory.clock.now());
    const auto answer = finder::search_facilities(*snapshot, asked->request, now);
    if (!answer) return problem(answer.error());
    return json_answer(200, finder::facility_answer_json(*snapshot, *asked, *answer));
}

}  // namespace waymark::api
