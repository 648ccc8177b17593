// waymark sources add: a list with an address, read now and by itself from then on.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/import_options.h"
#include "cli/import_report.h"
#include "cli/sources/commands.h"
#include "cli/sources/read_list.h"
#include "importers/poll/next_poll.h"

namespace waymark::cli {
namespace {

struct AddOptions {
    ListOptions list{};
    TermOptions terms{};
    std::string url{};
};

Result<int> add(const AddOptions& options, OpenSources& open) {
    auto import = TRY(import_options_of(options.list));
    auto terms = TRY(terms_of(options.terms));
    if (open.store().source(import.source)) {
        return fail(ErrorKind::conflict,
                    "There is a list of that name already. Choose another, or use sources set.",
                    "source");
    }
    if (!terms.every_minutes) terms.every_minutes = importers::kPollEveryUsual.count();
    const auto done = TRY(read_list(options.url, std::move(import), terms, open.desk()));
    print_text(std::cout, done);
    return kDone;
}

}  // namespace

void add_sources_add(CLI::App& sources, Chosen& chosen, const SharedData& data) {
    auto options = std::make_shared<AddOptions>();
    auto* command = add_sources_command(sources, chosen, data, "add",
                                        "Read a list from its address, now and every 12 hours",
                                        [options](OpenSources& open) {
                                            const auto done = add(*options, open);
                                            return done ? *done : report(done.error());
                                        });
    add_list_options(*command, options->list);
    add_term_options(*command, options->terms);
    command->add_option("url", options->url, "Its address: https://…")->required();
}

}  // namespace waymark::cli
