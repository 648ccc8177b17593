// waymark treatment: the search of /treatment, on the command line.
#include <CLI/CLI.hpp>
#include <array>
#include <iostream>
#include <utility>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/print_facilities.h"
#include "core/clock.h"
#include "finder/facility_json.h"
#include "finder/facility_request.h"

namespace waymark::cli {
namespace {

struct TreatmentOptions {
    app::DataOptions data{};
    finder::Options asked{};  // Names without dashes.
    bool json = false;
    bool telehealth = false;
    bool old = false;
};

constexpr auto kChoices = std::to_array<Choice>({
    {"near", "ZIP, postal code, town, or LAT,LON"},
    {"radius", "10mi or 15km around --near"},
    {"box", "SOUTH,WEST,NORTH,EAST in degrees"},
    {"kind", "treatment,recovery-housing,harm-reduction,naloxone … or all"},
    {"medication", "methadone,buprenorphine,buprenorphine-injection,naltrexone (any of them)"},
    {"setting", "outpatient,intensive-outpatient,residential,detox,hospital … (any of them)"},
    {"payment", "medicaid,free,sliding-scale,private,cash … (any of them)"},
    {"serves", "pregnant,veterans,women,adolescents,lgbtq … (all of them)"},
    {"along", "children: they can come too"},
    {"age", "children,young-adults,adults,seniors"},
    {"sex", "female or male"},
    {"approach", "cbt,cm,mi,twelve-step,peer-support … (all of them)"},
    {"quality", "all-three-medications,accredited,naloxone,keeps-medication … (all of them)"},
    {"only", "opioids, veterans, alcohol or dui"},
    {"withdrawal", "detox from opioids, alcohol or sedatives"},
    {"test", "hiv,hepatitis-c … (all of them)"},
    {"housing", "narr-1 … narr-4, methadone, buprenorphine, naltrexone"},
    {"supplies", "free,no-id,walk-in,mail,syringes … (all of them)"},
    {"access", "wheelchair, sign-language"},
    {"lang", "es,en,fr … (any of them)"},
    {"hours", "open-now"},
    {"unknown", "show: take places that do not say"},
    {"dui", "show: places only for people sent for drink driving too"},
    {"text", "words in the name, place or notes"},
    {"sort", "best or nearest"},
    {"limit", "how many to show, 1 to 1000"},
    {"offset", "how many to pass over first"},
    {"page", "which page of --limit, from 1"},
    {"now", "search as of 2026-11-21T18:00:00-05:00"},
});

int run(const TreatmentOptions& options) {
    auto options_asked = options.asked;
    if (options.telehealth) options_asked.emplace_back("telehealth", "yes");
    if (options.old) options_asked.emplace_back("old", "yes");
    const auto asked = finder::parse_facility_request(options_asked);
    if (!asked) return report(asked.error());
    const auto data = app::open_data(options.data);
    if (!data) return report(data.error());
    const auto snapshot = app::load_snapshot((*data)->directory());
    const Instant now = asked->now.value_or(SystemClock{}.now());
    const auto answer = finder::search_facilities(*snapshot, asked->request, now);
    if (!answer) return report(answer.error());
    if (options.json) {
        std::cout << finder::facility_answer_json(*snapshot, *asked, *answer) << '\n';
    } else {
        print_facilities(std::cout, *snapshot, *asked, *answer);
    }
    return kDone;
}

}  // namespace

void add_treatment(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<TreatmentOptions>();
    auto* command = program.add_subcommand("treatment", "Find treatment and other places of help");
    add_choices(*command, kChoices, {options, &options->asked});
    command->add_flag("--telehealth", options->telehealth,
                      "By video or phone, for the state of --near");
    command->add_flag("--old", options->old,
                      "Places that nobody knew to be true in the last 90 days too");
    command->add_flag("--json", options->json, "The answer as JSON");
    add_data_options(*command, options->data);
    command->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace waymark::cli
