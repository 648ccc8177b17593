// waymark find: the search of the find page, on the command line.
#include "finder/search.h"

#include <CLI/CLI.hpp>
#include <array>
#include <iostream>
#include <utility>
#include <vector>

#include "cli/batch.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/print_answer.h"
#include "core/clock.h"
#include "finder/answer_json.h"
#include "finder/request.h"

namespace waymark::cli {
namespace {

struct FindOptions {
    app::DataOptions data{};
    std::vector<std::pair<std::string, std::string>> asked{};  // Names without dashes.
    bool old = false;
    bool json = false;
    std::string batch{};
    bool timing = false;
};

constexpr std::array<Choice, 20> kChoices{{
    {"near", "ZIP, postal code, town, or LAT,LON"},
    {"radius", "10mi or 15km around --near"},
    {"box", "SOUTH,WEST,NORTH,EAST in degrees"},
    {"within", "starts within 24h, 90m or 7d of now"},
    {"weekday", "mon,tue"},
    {"after", "starts at or after 17:00, the meeting's own clock"},
    {"before", "starts earlier than 22:00"},
    {"fellowship", "na,ha,aa,ca,smart,rr,rd,lifering,celebrate-recovery,wfs,al-anon,nar-anon"},
    {"venue", "in-person,online,hybrid"},
    {"need", "wheelchair,sign-language,child-care … (all of them)"},
    {"for", "women,men,lgbtq,young,newcomers … (any of them)"},
    {"lang", "es,en,fr … (any of them)"},
    {"door", "open or closed"},
    {"medication", "welcomes, refuses or unknown"},
    {"text", "words in the name, place or notes"},
    {"sort", "best, soonest, nearest or week"},
    {"limit", "how many to show, 1 to 1000"},
    {"offset", "how many to pass over first"},
    {"page", "which page of --limit, from 1"},
    {"now", "search as of 2026-11-21T18:00:00-05:00"},
}};

int run_one(const finder::Snapshot& snapshot, const FindOptions& options) {
    const auto asked = finder::parse_request(options.asked);
    if (!asked) return report(asked.error());
    const Instant now = asked->now.value_or(SystemClock{}.now());
    const auto answer = finder::search(snapshot, asked->request, now);
    if (!answer) return report(answer.error());
    if (options.json) {
        std::cout << finder::answer_json(snapshot, *asked, *answer, now) << '\n';
    } else {
        print_answer(std::cout, snapshot, *asked, *answer, now);
    }
    return kDone;
}

int run(FindOptions options) {
    if (options.old) options.asked.emplace_back("old", "yes");
    const auto data = app::open_data(options.data);
    if (!data) return report(data.error());
    directory::Store& store = (*data)->directory();
    const auto snapshot = app::load_snapshot(store);
    if (options.batch.empty()) return run_one(*snapshot, options);
    return run_batch(*snapshot, options.batch, options.asked,
                     options.timing ? BatchAnswers::timing : BatchAnswers::whole);
}

}  // namespace

void add_find(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<FindOptions>();
    auto* command = program.add_subcommand("find", "Find meetings");
    add_choices(*command, kChoices, {options, &options->asked});
    command->add_flag("--old", options->old,
                      "Listings that nobody knew to be true in the last 90 days too");
    command->add_flag("--json", options->json, "The answer as JSON");
    command->add_option("--batch", options->batch,
                        "FILE.jsonl (or -): one request a line, one answer a line");
    command->add_flag("--timing", options->timing,
                      "With --batch: only total, ids and microseconds");
    add_data_options(*command, options->data);
    command->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace waymark::cli
