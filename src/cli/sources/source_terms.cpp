#include "cli/sources/source_terms.h"

#include <CLI/CLI.hpp>

#include "core/number.h"
#include "importers/poll/next_poll.h"

namespace waymark::cli {
namespace {

constexpr std::int64_t kMinutesOfHour = 60;
constexpr std::int64_t kMinutesOfDay = 24 * kMinutesOfHour;

Result<std::int64_t> every_of(const std::string& text) {
    if (text == "off") return 0;
    const auto wrong = [] {
        return invalid_input("every", "Say how often: 12h, 45m, 1d, or off; 15 minutes or more.");
    };
    if (text.empty()) return wrong();
    const char unit = text.back();
    const auto factor = unit == 'm'   ? std::int64_t{1}
                        : unit == 'h' ? kMinutesOfHour
                        : unit == 'd' ? kMinutesOfDay
                                      : 0;
    const auto count = parse_number<std::int64_t>(text.substr(0, text.size() - 1));
    if (factor == 0 || !count || *count < 0 || *count > importers::kPollEveryMax.count()) {
        return wrong();
    }
    const std::chrono::minutes every{*count * factor};
    if (every < importers::kPollEveryMin || every > importers::kPollEveryMax) return wrong();
    return every.count();
}

}  // namespace

void add_term_options(CLI::App& command, TermOptions& options) {
    command.add_option("--every", options.every,
                       "How often it is read by itself: 12h, 45m, 1d, or off");
    command.add_option("--license", options.license, "As its owner names it: CC BY 4.0");
    command
        .add_option("--republish", options.republish,
                    "no: pages show its rows, but feeds, the API and dumps do not")
        ->check(CLI::IsMember({"yes", "no"}));
}

Result<Terms> terms_of(const TermOptions& options) {
    Terms terms;
    if (!options.every.empty()) terms.every_minutes = TRY(every_of(options.every));
    if (!options.license.empty()) terms.license = options.license;
    if (!options.republish.empty()) terms.may_republish = options.republish == "yes";
    return terms;
}

Result<> keep_every(const directory::Source& source, std::int64_t every_minutes,
                    const importers::Desk& desk) {
    if (every_minutes > 0 && !has_address(source)) {
        return invalid_input("every", "Only a list with an address can be read by itself.");
    }
    auto timetable = desk.book.timetable(source.id);
    timetable.source = source.id;
    timetable.every_minutes = every_minutes;
    timetable.next_at.reset();
    if (every_minutes > 0 && source.fetched_at) {
        timetable.next_at = *source.fetched_at + std::chrono::minutes{every_minutes};
    }
    desk.book.save_timetable(timetable);
    return {};
}

std::string text_of_every(std::int64_t minutes) {
    if (minutes % kMinutesOfHour == 0) return std::to_string(minutes / kMinutesOfHour) + " h";
    return std::to_string(minutes) + " min";
}

}  // namespace waymark::cli
