// waymark sources set: how often a list is read, and on what terms it is given.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/sources/commands.h"
#include "cli/sources/source_state.h"
#include "cli/sources/source_terms.h"

namespace waymark::cli {
namespace {

struct SetOptions {
    TermOptions terms{};
    bool pause = false, resume = false;
};

Result<int> set(const SetOptions& options, OpenSources& open, directory::Source source) {
    const auto terms = TRY(terms_of(options.terms));
    if (terms.every_minutes) TRY(keep_every(source, *terms.every_minutes, open.desk()));
    if (options.pause || options.resume) {
        auto timetable = open.book().timetable(source.id);
        timetable.source = source.id;
        timetable.is_paused = options.pause;
        open.book().save_timetable(timetable);
    }
    if (terms.license || terms.may_republish) {
        source.license = terms.license.value_or(source.license);
        source.may_republish = terms.may_republish.value_or(source.may_republish);
        open.store().save_source(source);
    }
    print(std::cout, state_of(source, open.desk()));
    return kDone;
}

}  // namespace

void add_sources_set(CLI::App& sources, Chosen& chosen, const SharedData& data) {
    auto options = std::make_shared<SetOptions>();
    auto* command = add_source_command(
        sources, chosen, data, "set", "How often a list is read, and on what terms",
        [options](OpenSources& open, const directory::Source& source) {
            return set(*options, open, source);
        });
    add_term_options(*command, options->terms);
    auto* pause = command->add_flag("--pause", options->pause, "Do not read it by itself for now");
    command->add_flag("--resume", options->resume, "Read it by itself again")->excludes(pause);
}

}  // namespace waymark::cli
