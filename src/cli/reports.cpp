// waymark reports: what visitors say is wrong with a listing, for the host to
// look into. Their words are anybody's: never let a terminal obey them.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <variant>

#include "cli/command.h"
#include "core/clock.h"
#include "core/text.h"
#include "finder/snapshot.h"
#include "json/write.h"
#include "locale/speak.h"

namespace waymark::cli {
namespace {

using directory::Mistake;
using directory::MistakeReport;

struct ReportsOptions {
    app::DataOptions data{};
    std::vector<std::int64_t> close{};
    bool json = false;
};

struct Listing {
    std::string kind{}, name{}, source{}, path{};
    bool is_listed = false;
};

// `listed`: a pointer of any kind, null when it is not listed.
template <class Listed>
void fill_in(Listing& listing, const finder::Snapshot& directory, const Listed& listed) {
    if (listed == nullptr) return;
    listing.is_listed = true;
    listing.name = listed->name;
    if (const auto* source = directory.source(listed->source)) listing.source = source->name;
}

Listing listing_of(const finder::Snapshot& directory, const MistakeReport& report) {
    Listing listing;
    if (const auto* meeting = std::get_if<directory::MeetingId>(&report.about)) {
        listing = {.kind = "meeting", .path = "/meetings/" + std::to_string(meeting->value)};
        fill_in(listing, directory, directory.meeting(*meeting));
    } else {
        const auto place = std::get<directory::FacilityId>(report.about);
        listing = {.kind = "place", .path = "/places/" + std::to_string(place.value)};
        fill_in(listing, directory, directory.facilities().facility(place));
    }
    return listing;
}

// Without what a terminal would obey; further lines stand under the first.
std::string on_terminal(std::string_view untrusted) {
    std::string shown;
    for (const char c : without_hidden(untrusted)) {
        shown += c;
        if (c == '\n') shown += "      ";
    }
    return shown;
}

std::string_view words_of(Mistake mistake) {
    switch (mistake) {
        case Mistake::gone:
            return "it is not there any more";
        case Mistake::time:
            return "the day or the time";
        case Mistake::place:
            return "the place";
        case Mistake::contact:
            return "the phone number, or how to reach them";
        case Mistake::link:
            return "the link";
        case Mistake::unsafe:
            return "IT FELT UNSAFE";
        case Mistake::other:
            break;
    }
    return "something else";
}

void print(const MistakeReport& report, const Listing& listing) {
    const locale::Speaker english{locale::Language::english, locale::manners_of("US")};
    std::cout << report.id << "  " << words_of(report.mistake) << "  ("
              << english.ago(report.at, SystemClock{}.now()) << ")\n    " << listing.path << "  ";
    if (listing.is_listed)
        std::cout << on_terminal(listing.name) << ", from " << on_terminal(listing.source) << '\n';
    else
        std::cout << "no longer listed\n";
    if (!report.words.empty()) std::cout << "    | " << on_terminal(report.words) << '\n';
}

json::Value to_json(const MistakeReport& report, const Listing& listing) {
    auto value = json::Value::object();
    value.set("id", report.id);
    value.set("mistake", code_of(report.mistake));
    value.set("words", without_hidden(report.words));
    value.set("reported_at", format_instant(report.at));
    value.set("about", listing.kind);
    value.set("path", listing.path);
    value.set("listed", listing.is_listed);
    value.set("name", listing.is_listed ? json::Value{listing.name} : json::Value{});
    value.set("source", listing.is_listed ? json::Value{listing.source} : json::Value{});
    return value;
}

int list(storage::Database& data, bool as_json) {
    auto reports = data.mistake_reports().open();
    std::ranges::stable_partition(
        reports, [](const auto& report) { return report.mistake == Mistake::unsafe; });
    const auto directory = app::load_snapshot(data.directory());
    auto all = json::Value::array();
    for (const auto& report : reports) {
        const auto listing = listing_of(*directory, report);
        if (as_json)
            all.push(to_json(report, listing));
        else
            print(report, listing);
    }
    if (as_json) std::cout << json::write(all) << '\n';
    if (!as_json && reports.empty()) std::cout << "No report waits.\n";
    return kDone;
}

int run(const ReportsOptions& options) {
    const auto data = app::open_data(options.data);
    if (!data) return report(data.error());
    if (options.close.empty()) return list(**data, options.json);
    for (const std::int64_t id : options.close) {
        const auto closed = (*data)->mistake_reports().close(id);
        if (!closed) return report(closed.error());
        std::cout << "Closed " << id << ".\n";
    }
    return kDone;
}

}  // namespace

void add_reports(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<ReportsOptions>();
    auto* command = program.add_subcommand("reports", "What visitors say is wrong with a listing");
    command->add_option("--close", options->close, "Done with these: they are deleted");
    command->add_flag("--json", options->json, "As JSON");
    add_data_options(*command, options->data);
    command->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace waymark::cli
