// For tests: a whole site without a server, over a handful of meetings and
// places of help in Philadelphia, a meeting in London and one online. It is Saturday evening, 18:00
// in Philadelphia.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/router.h"
#include "web/routes.h"
#include "web/sample_places.h"
#include "web/sample_reports.h"
#include "web/site.h"

namespace waymark::web {

inline directory::Meeting sample_meeting(std::int64_t id, std::string name, GeoPoint point,
                                         unsigned day, std::chrono::minutes start) {
    directory::Meeting meeting;
    meeting.id = {id};
    meeting.source = {1};
    meeting.source_key = std::to_string(id);
    meeting.name = std::move(name);
    meeting.fellowship = directory::Fellowship::na;
    meeting.schedule.days.add(std::chrono::weekday{day});
    meeting.schedule.start = start;
    meeting.schedule.zone = Zone::named("America/New_York").value();
    meeting.venue.usual = directory::VenueKind::in_person;
    meeting.place.name = "Grace Church";
    meeting.place.street = "12 Main St";
    meeting.place.town = "Philadelphia";
    meeting.place.state = "PA";
    meeting.place.country = "US";
    meeting.place.point = point;
    return meeting;
}

inline std::vector<directory::Meeting> sample_meetings() {
    using directory::Feature;
    using std::chrono::hours;
    std::vector<directory::Meeting> all;
    all.push_back(sample_meeting(1, "Keep <It> Simple & \"Calm\"", {39.9600, -75.1900}, 6,
                                 hours{19} + std::chrono::minutes{30}));
    all.back().features = {Feature::open, Feature::wheelchair, Feature::medication_welcome};
    all.back().place.notes = "Side door, ring twice.";
    all.back().languages = {"en", "es"};

    all.push_back(sample_meeting(2, "Hope in the Basement", {39.9900, -75.1200}, 6, hours{21}));
    all.back().fellowship = directory::Fellowship::ha;
    all.back().features = {Feature::closed};

    all.push_back(sample_meeting(3, "Sunrise", {39.9000, -75.1700}, 0, hours{7}));
    all.back().fellowship = directory::Fellowship::aa;
    all.back().venue.usual = directory::VenueKind::hybrid;
    all.back().online.url = "https://video.example.org/j/123";
    all.back().online.phone = "+1 215 555 0100 ext 7";

    all.push_back(sample_meeting(4, "Tools for Tonight", {}, 6, hours{20}));
    all.back().fellowship = directory::Fellowship::smart;
    all.back().venue.usual = directory::VenueKind::online;
    all.back().place = {};
    all.back().online.url = "https://video.example.org/j/456";

    all.push_back(sample_meeting(5, "Evening Star", {51.5200, -0.1000}, 0, hours{18}));
    all.back().schedule.zone = Zone::named("Europe/London").value();
    all.back().place.town = "London";
    all.back().place.country = "GB";
    all.back().venue.spells = {
        {.kind = directory::VenueKind::suspended, .until = parse_date("2026-12-31").value()}};
    for (std::int64_t id = 100; id < 130; ++id) {
        all.push_back(
            sample_meeting(id, "Noon " + std::to_string(id), {39.9520, -75.1640}, 1, hours{12}));
    }
    return all;
}

enum class Listed { real, fictional };

class SampleSite {
  public:
    explicit SampleSite(Listed listed = Listed::real,
                        std::vector<directory::Meeting> meetings = sample_meetings(),
                        std::vector<directory::Facility> places = sample_places())
        : directory_(std::make_shared<finder::Snapshot>(
              std::move(meetings), sources_of(listed), 1,
              finder::Facilities{std::move(places), sample_removed_places()})),
          site_{.snapshot = [this] { return directory_; },
                .clock = &clock_,
                .views = site_views(),
                .reports = &reports_},
          router_(routes(site_), [this](int status, const http::Request& request) {
              return refusal(site_, status, request);
          }) {}

    http::Response get(std::string_view address, std::string_view accept_language = "en",
                       http::Fields headers = {}) const {
        http::Request request;
        const std::size_t query = address.find('?');
        request.path = http::url_decode(address.substr(0, query));
        if (query != address.npos) request.query = http::parse_form(address.substr(query + 1));
        request.headers = std::move(headers);
        request.headers.emplace_back("accept-language", accept_language);
        return router_.answer(request);
    }

    // From the machine that the server runs on.
    http::Response get_as_host(std::string_view path, std::string_view near = "") const {
        http::Request request;
        request.path = path;
        request.query = {{"near", std::string{near}}};
        request.from_loopback = true;
        return router_.answer(request);
    }

    http::Response post(std::string_view path, std::string_view form,
                        http::Fields headers = {}) const {
        http::Request request;
        request.headers = std::move(headers);
        request.method = http::Method::post;
        request.path = path;
        request.form = http::parse_form(form);
        return router_.answer(request);
    }

    const Site& site() const { return site_; }
    void bring(Tiles tiles) { site_.tiles = std::move(tiles); }
    FixedClock& clock() { return clock_; }
    SampleReports& reports() { return reports_; }
    void take_no_reports() { site_.reports = nullptr; }

  private:
    static std::vector<directory::Source> sources_of(Listed listed) {
        const auto read = parse_instant("2026-11-18T09:00:00Z").value();
        return {{.id = {1},
                 .name = "philadelphia",
                 .format = "bmlt",
                 .is_fictional = listed == Listed::fictional,
                 .fetched_at = read},
                {.id = {2}, .name = "samhsa", .format = "findtreatment", .fetched_at = read},
                {.id = {3},
                 .name = "otp",
                 .format = "otp-csv",
                 .fetched_at = parse_instant("2026-11-10T09:00:00Z").value()}};
    }

    FixedClock clock_{parse_instant("2026-11-21T18:00:00-05:00").value()};
    SampleReports reports_{};
    finder::SnapshotPtr directory_;
    Site site_;
    http::Router router_;
};

}  // namespace waymark::web
