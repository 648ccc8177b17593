// The query of a BMLT client as anybody might write it: every endpoint answers, with
// JSON or CSV that can be read, or with a sentence.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "compat/bmlt/routes.h"
#include "json/parse.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

waymark::finder::SnapshotPtr directory() {
    waymark::directory::Meeting meeting{.id = {1}, .source = {1}, .source_key = "7"};
    meeting.name = "Café am Fluss";
    meeting.service_body = "12";
    meeting.schedule.days.add(std::chrono::weekday{2});
    meeting.schedule.start = std::chrono::hours{19};
    meeting.place.point = waymark::GeoPoint{19, 179.9};
    waymark::directory::Meeting hidden = meeting;
    hidden.id = {2};
    hidden.source_key = "8";
    hidden.is_published = false;
    waymark::finder::Beside beside{
        .unpublished = {hidden},
        .lists = {{.source = {1},
                   .service_bodies = {{.id = "12", .parent_id = "13", .name = "Area"},
                                      {.id = "13", .parent_id = "12", .name = "Circle"}},
                   .formats = {{.id = 4, .language = "en", .key = "C"}}}}};
    return std::make_shared<const waymark::finder::Snapshot>(
        std::vector{meeting},
        std::vector<waymark::directory::Source>{{.id = {1}, .name = "a", .format = "bmlt"}}, 1,
        waymark::finder::Facilities{}, std::move(beside));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto kSnapshot = directory();
    static const waymark::SystemClock kClock;
    static const waymark::http::Router kServer{
        waymark::compat::bmlt::routes([] { return kSnapshot; }, kClock), {}};
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    for (const auto* path : {"json", "jsonp", "tsml", "csv"}) {
        waymark::http::Request request{.method = waymark::http::Method::get};
        request.path = std::string{"/main_server/client_interface/"}.append(path);
        request.query = waymark::http::parse_form(text);
        const auto response = kServer.answer(request);
        require(response.is_open_to_other_origins);
        require(response.status == 200 || !response.body.empty());
        const bool is_json = response.content_type == "application/json";
        require(!is_json || waymark::json::parse(response.body).has_value());
    }
    return 0;
}
