// waymark sources suggest: public lists for a place, with the lines that read
// them. It asks no server.
#include <CLI/CLI.hpp>
#include <iostream>

#include "app/local_lists.h"
#include "cli/sources/commands.h"
#include "finder/lists_near.h"
#include "json/write.h"

namespace waymark::cli {
namespace {

using finder::ListOffer;
using finder::Reach;

struct SuggestOptions {
    std::string near{};
    bool json = false;
};

std::string_view code_of(Reach reach) {
    return reach == Reach::region ? "region" : reach == Reach::country ? "country" : "world";
}

std::string_view heading_of(Reach reach) {
    if (reach == Reach::region) return "In your region";
    return reach == Reach::country ? "For the whole country" : "Worldwide, most of it online";
}

void print(const ListOffer& offer) {
    const auto& list = *offer.list;
    std::cout << "\n  " << list.name << "\n    "
              << (list.is_confirmed ? "confirmed"
                                    : "not confirmed: nobody of this project has opened it")
              << "; seen " << format_date(list.seen_on) << " in: " << list.seen_in
              << "\n    license: " << (list.license.empty() ? "not said" : list.license)
              << "; pass it on: " << (list.may_republish ? "yes" : "no") << '\n';
    if (!list.note.en.empty()) std::cout << "    " << list.note.en << '\n';
    std::cout << "    " << import_command(offer) << '\n';
}

void print(const finder::Community& community, const finder::ListOffers& found) {
    std::cout << found.offers.size() << " public lists for " << community.name
              << ". Look at each before you read it: see who answers for it.\n";
    std::optional<Reach> last;
    for (const auto& offer : found.offers) {
        if (offer.reach != last) std::cout << '\n' << heading_of(offer.reach) << '\n';
        last = offer.reach;
        print(offer);
    }
    if (found.are_more_by_state)
        std::cout << "\nName a state to get the lists that are by state.\n";
    else if (found.are_more_by_town)
        std::cout << "\nName a town to get the lists around a place.\n";
}

json::Value to_json(const ListOffer& offer) {
    const auto& list = *offer.list;
    auto value = json::Value::object();
    value.set("source", offer.source);
    value.set("name", list.name);
    value.set("kind", list.kind);
    value.set("format", list.format);
    value.set("fellowship", list.fellowship.empty() ? json::Value{} : json::Value{list.fellowship});
    value.set("reach", code_of(offer.reach));
    value.set("url", offer.url);
    value.set("license", list.license.empty() ? json::Value{} : json::Value{list.license});
    value.set("republish", list.may_republish);
    value.set("seen_on", format_date(list.seen_on));
    value.set("seen_in", list.seen_in);
    value.set("confirmed", list.is_confirmed);
    value.set("command", import_command(offer));
    return value;
}

int run(const app::DataOptions& data, const SuggestOptions& options) {
    const auto known = app::local_lists(data.dir);
    if (!known) return report(known.error());
    const auto community = finder::community_of(options.near);
    if (!community) return report(community.error());
    const auto found = finder::lists_near(known->all(), *community);
    if (!options.json) {
        print(*community, found);
        return kDone;
    }
    auto all = json::Value::array();
    for (const auto& offer : found.offers)
        all.push(to_json(offer));
    std::cout << json::write(all) << '\n';
    return kDone;
}

}  // namespace

void add_sources_suggest(CLI::App& sources, Chosen& chosen, const SharedData& data) {
    auto options = std::make_shared<SuggestOptions>();
    auto* command = sources.add_subcommand("suggest", "Public lists for a place, to choose from");
    command->set_help_flag("-h,--help", "What this command does, and its options");
    command->add_option("near", options->near, "A state, town, ZIP or country: PA, 19104, France")
        ->required();
    command->add_flag("--json", options->json, "As JSON");
    add_data_options(*command, *data);
    command->callback(
        [&chosen, options, data] { chosen = [options, data] { return run(*data, *options); }; });
}

}  // namespace waymark::cli
