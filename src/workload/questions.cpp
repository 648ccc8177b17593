#include "workload/questions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "places/towns.h"
#include "sample/chance.h"
#include "workload/records.h"

namespace waymark::workload {
namespace {

using directory::VenueKind;
using std::chrono::hours;
using std::chrono::minutes;

// Words of sample/names.cpp; none is the beginning of another word there.
constexpr auto kTerms = std::to_array<std::string_view>(
    {"lantern",    "library",  "naloxone",   "meditation", "literature",  "orchard",   "cushion",
     "medallions", "veterans", "speaker",    "elevator",   "newcomers",   "clubhouse", "harbor",
     "chestnut",   "sunrise",  "medication", "prescribed", "church hall", "step study"});

double log_uniform(double least, double most, Random& random) {
    return least * std::pow(most / least, random.unit());
}

double rounded(double degrees) {
    return std::round(degrees * 1e5) / 1e5;
}

GeoPoint moved(GeoPoint point, double degrees, Random& random) {
    const double turn = 2 * std::numbers::pi * random.unit();
    double longitude = point.longitude + degrees * std::sin(turn);
    if (longitude > 180) longitude -= 360;
    if (longitude < -180) longitude += 360;
    return {rounded(std::clamp(point.latitude + degrees * std::cos(turn), -89.0, 89.0)),
            rounded(longitude)};
}

std::vector<GeoPoint> all_towns() {
    const auto& towns = places::Towns::all();
    std::vector<GeoPoint> points;
    for (std::size_t row = 0; row < towns.size(); ++row) {
        if (towns.kind(row) == places::TownKind::town) points.push_back(towns.point(row));
    }
    return points;
}

}  // namespace

Instant week_of_questions() {
    return std::chrono::sys_days{std::chrono::year{2026} / 11 / 22};
}

Questions::Questions(std::uint64_t seed) : towns_(all_towns()), random_(seed) {}

GeoPoint Questions::draw_point() {
    const auto town =
        random_.chance(0.8) ? cities_.draw(random_).center : sample::any_of(towns_, random_);
    const auto near = moved(town, -0.03 * std::log1p(-random_.unit()), random_);
    return random_.chance(0.05) ? moved(near, 2.5 * random_.unit(), random_) : near;
}

void Questions::ask_nearest(finder::SearchRequest& request) {
    request.near = draw_point();
    request.sort = finder::Sort::nearest;
    request.venues = {VenueKind::in_person, VenueKind::hybrid};
    for (auto days = 1 + random_.below(3); days > 0; --days)
        request.weekdays.add(std::chrono::weekday{static_cast<unsigned>(random_.below(7))});
    const auto length = minutes{30 * (4 + static_cast<int>(random_.below(9)))};
    const auto halves = static_cast<std::uint64_t>((hours{18} - length) / minutes{30});
    request.after = hours{6} + minutes{30} * static_cast<int>(random_.below(halves + 1));
    request.before = *request.after + length;
    for (auto tags = 1 + random_.below(3); tags > 0; --tags) {
        constexpr auto kCount = static_cast<std::uint64_t>(directory::Feature::count_);
        request.audience.add(random_.chance(0.85)
                                 ? draw_feature(random_)
                                 : static_cast<directory::Feature>(random_.below(kCount)));
    }
}

void Questions::ask_words(finder::SearchRequest& request) {
    request.near = draw_point();
    request.radius = miles(10);
    request.sort = finder::Sort::nearest;
    request.text = sample::any_of(kTerms, random_);
}

void Questions::ask_box(finder::SearchRequest& request) {
    const auto middle = draw_point();
    const double half = log_uniform(0.05, 5, random_) / 2;
    // Cut off at the date line, which plain columns of degrees cannot cross.
    request.box = GeoBox{.south = rounded(std::max(middle.latitude - half, -90.0)),
                         .west = rounded(std::max(middle.longitude - half, -180.0)),
                         .north = rounded(std::min(middle.latitude + half, 90.0)),
                         .east = rounded(std::min(middle.longitude + half, 180.0))};
    request.fellowships = {draw_programme(random_)};
    request.sort = finder::Sort::week;
    request.limit = 200;
    request.counts = true;
}

void Questions::ask_soon(finder::SearchRequest& request) {
    request.venues = {VenueKind::online, VenueKind::hybrid};
    request.languages = {std::string{language_of(cities_.draw(random_), random_)}};
    request.within = minutes{120};
    request.sort = finder::Sort::soonest;
}

void Questions::ask_counts(finder::SearchRequest& request) {
    request.near = draw_point();
    request.radius = miles(log_uniform(2, 100, random_));
    request.limit = 1;
    request.counts = true;
}

Question Questions::next() {
    Question question{.kind = kClasses[asked_++ % kClasses.size()]};
    question.now = week_of_questions() + minutes{random_.below(7 * 24 * 60)};
    auto& request = question.request;
    request.limit = 50;
    request.counts = false;
    switch (question.kind) {
        case 'a':
            ask_nearest(request);
            break;
        case 'b':
            ask_words(request);
            break;
        case 'c':
            ask_box(request);
            break;
        case 'd':
            ask_soon(request);
            break;
        default:
            ask_counts(request);
    }
    return question;
}

std::vector<Question> questions(std::size_t count, std::uint64_t seed) {
    Questions stream{seed};
    std::vector<Question> all;
    while (all.size() < count)
        all.push_back(stream.next());
    return all;
}

}  // namespace waymark::workload
