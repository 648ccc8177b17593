// waymark match: which group suits somebody, from answers in a file.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/answers_file.h"
#include "cli/command.h"
#include "core/clock.h"
#include "finder/match/outcome.h"
#include "json/write.h"

namespace waymark::cli {
namespace {

using finder::match::Candidate;
using finder::match::Entry;
using finder::match::Outcome;
using finder::match::Part;
using finder::match::Reason;
using finder::match::Weights;

struct MatchOptions {
    app::DataOptions data{};
    std::string answers{};
    std::string now{};
    bool json = false;
};

void print(const Candidate& candidate) {
    const auto& meeting = *candidate.meeting;
    std::cout << meeting.name << " (" << directory::info(meeting.fellowship).short_name << ", "
              << directory::code_of(candidate.venue) << "), "
              << format_instant(candidate.next.starts,
                                meeting.schedule.zone.offset_at(candidate.next.starts))
              << ", id " << meeting.id.value << '\n';
}

void print(const Reason& reason) {
    const bool is_open = reason.verdict == Reason::Verdict::ask;
    std::cout << "       " << (is_open ? "ask: " : "") << reason.said->en << '\n';
}

void print(const Entry& entry) {
    print(entry.candidate);
    if (entry.is_for_variety) std::cout << "   Here for a second kind of group.\n";
    for (const auto& reason : entry.score.must) {
        std::cout << "   " << reason.answer->said.en << ":\n";
        print(reason);
    }
    if (entry.score.of == 0) return;
    std::cout << "   " << entry.score.points << " of " << entry.score.of << " points\n";
    for (const Part& part : entry.score.parts) {
        if (part.of == 0) continue;
        std::cout << "     " << part.factor->name.en << ": " << part.points << " of " << part.of
                  << '\n';
        for (const auto& reason : part.reasons)
            print(reason);
    }
}

void print(const Outcome& outcome) {
    for (const auto& words : outcome.says)
        std::cout << in_english(words) << '\n';
    std::size_t number = 0;
    for (const auto& entry : outcome.entries) {
        std::cout << ++number << ". ";
        print(entry);
    }
    if (outcome.three.empty()) return;
    std::cout << "\nTry three\n";
    for (const auto& one : outcome.three) {
        std::cout << "  ";
        print(one.candidate);
    }
}

// All that can be wrong here is a file: refused with 1, as docs/match.md says.
int refused(const Error& error) {
    report(error);
    return kFailed;
}

int run(const MatchOptions& options) {
    Instant now = SystemClock{}.now();
    if (!options.now.empty()) {
        const auto said = parse_instant(options.now);
        if (!said) return report(said.error());
        now = *said;
    }
    const Weights& weights = Weights::own();
    const auto text = answers_text(options.answers);
    if (!text) return refused(text.error());
    const auto asked = finder::match::read_asked(weights, *text);
    if (!asked) return refused(asked.error());
    const auto request = finder::match::request_of(*asked, now);
    if (!request) return refused(request.error());
    const auto data = app::open_data(options.data);
    if (!data) return report(data.error());
    const auto snapshot = app::load_snapshot((*data)->directory());
    const auto outcome = finder::match::outcome_of(*snapshot, weights, *request);
    if (options.json) {
        std::cout << json::write(finder::match::to_json(weights, outcome, "en")) << '\n';
    } else {
        print(outcome);
    }
    return kDone;
}

}  // namespace

void add_match(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<MatchOptions>();
    auto* command = program.add_subcommand("match", "Which group suits somebody");
    command
        ->add_option("--answers", options->answers,
                     "FILE or -: a JSON object, question to answer (docs/match.md)")
        ->required();
    command->add_option("--now", options->now, "answer as of 2026-11-21T18:00:00-05:00");
    command->add_flag("--json", options->json, "As JSON");
    add_data_options(*command, options->data);
    command->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace waymark::cli
