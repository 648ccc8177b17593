#include "web/sketch.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>

#include "html/escape.h"

namespace waymark::web {
namespace {

using finder::Match;
using html::escape;
using locale::Speaker;

constexpr double kMiddle = 200;  // Of a drawing 400 wide and high.
constexpr double kOuterRadius = 170;
constexpr double kMarkWidth = 28;

struct Point {
    double x = 0, y = 0;
};

double apart(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

// One decimal, without the process's locale.
std::string written(double value) {
    const auto tenths = std::llround(value * 10);
    const auto whole = std::to_string(tenths / 10);
    return tenths % 10 == 0 ? whole : whole + "." + std::to_string(std::abs(tenths % 10));
}

class Drawing {
  public:
    Drawing(const Speaker& speak, GeoPoint center, Kilometers outer)
        : speak_(speak), center_(center), outer_(outer) {}

    Point place(GeoPoint point) const {
        const double angle = bearing_degrees(center_, point) * std::numbers::pi / 180;
        const double length = distance_between(center_, point).value / outer_.value * kOuterRadius;
        return {kMiddle + length * std::sin(angle), kMiddle - length * std::cos(angle)};
    }

    void ground() {
        out_ += R"(<circle class="ground" cx="200" cy="200" r="196"/>)";
        for (const double part : {0.5, 1.0}) {
            out_ += R"(<circle class="ring" cx="200" cy="200" r=")" + written(kOuterRadius * part) +
                    R"("/>)";
            const Point label{kMiddle, kMiddle + kOuterRadius * part + 5};
            text(label, speak_.distance({outer_.value * part}));
            taken_.push_back(label);
        }
        out_ += R"(<path class="north" d="M200 6l6 13h-12z"/>)";
        text({kMiddle, 34}, speak_.say("N"));
        taken_.push_back({kMiddle, 34});
        out_ += R"(<circle class="here" cx="200" cy="200" r="7"/>)";
    }

    void town(const places::Place& town) {
        const Point at = place(town.point);
        const auto is_near = [&](Point other) {
            return std::abs(at.y - other.y) < 24 && std::abs(at.x - other.x) < 90;
        };
        if (apart(at, {kMiddle, kMiddle}) > kOuterRadius || is_near({kMiddle, kMiddle}) ||
            std::ranges::any_of(taken_, is_near)) {
            return;
        }
        taken_.push_back(at);
        out_ += R"(<circle class="town" cx=")" + written(at.x) + R"(" cy=")" + written(at.y) +
                R"(" r="3"/>)";
        text({std::clamp(at.x, 60.0, 340.0), at.y - 7}, town.name.substr(0, town.name.find(',')));
    }

    void mark(Point at, const std::string& label) {
        const double half = std::max(13.0, 5 + 4.5 * static_cast<double>(label.size()));
        out_ += R"(<rect class="dot" x=")" + written(at.x - half) + R"(" y=")" +
                written(at.y - 13) + R"(" width=")" + written(half * 2) +
                R"(" height="26" rx="13"/>)";
        text({at.x, at.y + 5}, label);
    }

    std::string finish(std::string_view title, std::string_view description) && {
        return R"(<svg class="sketch" viewBox="0 0 400 400" role="img" )"
               R"(aria-labelledby="sketch-title sketch-desc"><title id="sketch-title">)" +
               escape(title) + R"(</title><desc id="sketch-desc">)" + escape(description) +
               "</desc>" + out_ + "</svg>";
    }

  private:
    void text(Point at, const std::string& words) {
        out_ += R"(<text x=")" + written(at.x) + R"(" y=")" + written(at.y) + R"(">)" +
                escape(words) + "</text>";
    }

    const Speaker& speak_;
    GeoPoint center_;
    Kilometers outer_;
    std::string out_{};
    std::vector<Point> taken_{};  // Where words stand already.
};

struct Mark {
    Point at{};
    std::vector<std::size_t> numbers{};
};

// "3", "3–5" for neighbours in the list, "3+2" for three and two others.
std::string label_of(const Mark& mark) {
    const auto& numbers = mark.numbers;
    const std::string first = std::to_string(numbers.front());
    if (numbers.size() == 1) return first;
    if (numbers.back() - numbers.front() + 1 == numbers.size()) {
        return first + "-" + std::to_string(numbers.back());
    }
    return first + "+" + std::to_string(numbers.size() - 1);
}

std::vector<Mark> marks_of(const Drawing& drawing, const std::vector<Spot>& spots) {
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        if (!spots[i].distance || !spots[i].point) continue;
        const Point at = drawing.place(*spots[i].point);
        const auto same = std::ranges::find_if(
            marks, [&](const Mark& mark) { return apart(mark.at, at) < kMarkWidth; });
        if (same != marks.end()) {
            same->numbers.push_back(i + 1);
        } else {
            marks.push_back({at, {i + 1}});
        }
    }
    return marks;
}

std::optional<Kilometers> farthest_of(const std::vector<Spot>& spots) {
    std::optional<Kilometers> farthest;
    for (const Spot& spot : spots) {
        if (spot.distance) farthest = std::max(farthest.value_or(Kilometers{}), *spot.distance);
    }
    return farthest;
}

std::string compass_words(const Speaker& speak, double degrees) {
    constexpr std::array<std::string_view, 8> kWinds{"north", "north-east", "east", "south-east",
                                                     "south", "south-west", "west", "north-west"};
    return speak.say(kWinds[static_cast<std::size_t>(std::lround(degrees / 45)) % 8]);
}

std::string description_of(const Speaker& speak, GeoPoint center, const std::vector<Spot>& spots) {
    std::string words;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const Spot& spot = spots[i];
        if (!spot.distance || !spot.point) continue;
        words += (words.empty() ? "" : "; ") + std::to_string(i + 1) + ": " +
                 speak.distance(*spot.distance) + " " +
                 compass_words(speak, bearing_degrees(center, *spot.point));
    }
    return words + ".";
}

}  // namespace

Kilometers outer_ring(const Speaker& speak, Kilometers farthest) {
    const bool in_mi = speak.manners().units == locale::Units::miles;
    const double wanted = in_mi ? in_miles(farthest) : farthest.value;
    double ring = 1;
    for (int step = 0; ring < wanted; ++step) {
        constexpr std::array kSteps{1.0, 2.0, 3.0, 5.0, 8.0};  // Their halves are round too.
        ring = kSteps[static_cast<std::size_t>(step) % 5] * std::pow(10, step / 5);
    }
    return in_mi ? miles(ring) : Kilometers{ring};
}

html::Safe sketch(const Speaker& speak, GeoPoint center, const std::vector<Match>& matches,
                  const std::vector<places::Place>& towns) {
    std::vector<Spot> spots;
    for (const Match& match : matches)
        spots.push_back({.point = match.meeting->place.point, .distance = match.distance});
    return sketch(speak, center, spots, towns);
}

html::Safe sketch(const Speaker& speak, GeoPoint center, const std::vector<Spot>& spots,
                  const std::vector<places::Place>& towns) {
    const auto farthest = farthest_of(spots);
    if (!farthest) return {};
    Drawing drawing{speak, center, outer_ring(speak, *farthest)};
    drawing.ground();
    for (const places::Place& town : towns)
        drawing.town(town);
    for (const Mark& mark : marks_of(drawing, spots))
        drawing.mark(mark.at, label_of(mark));
    return html::Safe::built(std::move(drawing).finish(
        speak.say("Around you: how far and which way"), description_of(speak, center, spots)));
}

}  // namespace waymark::web
