// The floor of an import: how long simdjson takes to read nine fields of every
// record of a feed that is in memory already. Writes seconds: the least of five.
//
//   read_feed FILE
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace {

std::size_t read_all(const simdjson::padded_string& feed) {
    static constexpr std::array<const char*, 7> kTexts{
        "name", "slug", "time", "timezone", "location", "formatted_address", "notes"};
    simdjson::ondemand::parser parser;
    auto document = parser.iterate(feed);
    std::size_t sum = 0;
    for (auto record : document.get_array()) {
        auto object = record.get_object().value();
        for (const auto* name : kTexts) {
            std::string_view text;
            if (object.find_field_unordered(name).get_string().get(text) == simdjson::SUCCESS)
                sum += text.size();
        }
        double degrees = 0;
        for (const auto* name : {"latitude", "longitude"}) {
            if (object.find_field_unordered(name).get_double().get(degrees) == simdjson::SUCCESS)
                sum += degrees > 0;
        }
    }
    return sum;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const auto feed = simdjson::padded_string::load(argv[1]).value();
    double least = 1e9;
    std::size_t sum = 0;
    for (int round = 0; round < 5; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        sum += read_all(feed);
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
        least = std::min(least, spent.count());
    }
    fmt::print("{:.6f}\n", sum > 0 ? least : 0);
}
