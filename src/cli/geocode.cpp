// waymark geocode: where a place is, from the tables in the binary.
#include <CLI/CLI.hpp>
#include <iomanip>
#include <iostream>

#include "cli/command.h"
#include "json/write.h"
#include "places/gazetteer.h"

namespace waymark::cli {
namespace {

struct GeocodeOptions {
    app::DataOptions data{};  // Taken, as every command takes it; not needed.
    std::string text{};
    bool json = false;
};

json::Value to_json(const places::Place& place) {
    auto value = json::Value::object();
    value.set("name", place.name);
    value.set("country", place.country);
    value.set("region", place.region.empty() ? json::Value{} : json::Value{place.region});
    value.set("postcode", place.postcode.empty() ? json::Value{} : json::Value{place.postcode});
    value.set("latitude", place.point.latitude);
    value.set("longitude", place.point.longitude);
    value.set("precision", places::code_of(place.precision));
    value.set("within_km", place.within.value);
    value.set("population", place.population);
    value.set("timezone", places::zone_at(place.point).name());
    return value;
}

void print_json(const places::Answer& answer) {
    auto value = to_json(answer.best);
    value.set("corrected",
              answer.corrected.empty() ? json::Value{} : json::Value{answer.corrected});
    auto others = json::Value::array();
    for (const auto& other : answer.others)
        others.push(to_json(other));
    value.set("others", std::move(others));
    std::cout << json::write(value) << '\n';
}

void print_line(const places::Place& place) {
    std::cout << place.name << ", " << place.country << "  " << std::fixed << std::setprecision(4)
              << place.point.latitude << ',' << place.point.longitude << "  ("
              << places::code_of(place.precision) << ", within " << std::setprecision(0)
              << place.within.value << " km)\n";
}

int run(const GeocodeOptions& options) {
    const auto answer = places::locate(options.text);
    if (!answer) return report(answer.error());
    if (options.json) {
        print_json(*answer);
        return kDone;
    }
    if (!answer->corrected.empty()) std::cout << "Taken as " << answer->corrected << ".\n";
    print_line(answer->best);
    if (!answer->others.empty()) std::cout << "Other places of that name:\n";
    for (const auto& other : answer->others) {
        std::cout << "  ";
        print_line(other);
    }
    return kDone;
}

}  // namespace

void add_geocode(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<GeocodeOptions>();
    auto* command =
        program.add_subcommand("geocode", "Where a place is, without asking any server");
    command->add_option("place", options->text, "\"Philadelphia, PA\", 19104, M5V 2T6, LAT,LON")
        ->required();
    command->add_flag("--json", options->json, "As JSON");
    add_data_options(*command, options->data);
    command->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace waymark::cli
