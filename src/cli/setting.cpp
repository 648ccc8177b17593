// waymark setting: which kind of place fits, from answers in a file.
#include "finder/setting.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "app/local_setting.h"
#include "cli/answers_file.h"
#include "cli/command.h"
#include "json/write.h"

namespace waymark::cli {
namespace {

using finder::setting::Answers;
using finder::setting::Outcome;
using finder::setting::Reason;
using finder::setting::Rulebook;
using finder::setting::Suggestion;

struct SettingOptions {
    app::DataOptions data{};
    std::string answers{};
    bool json = false;
};

void print(const Suggestion& suggestion) {
    const auto& kind = *suggestion.kind;
    std::cout << kind.name.en << "\n  " << kind.what.en << "\n  Cost: " << kind.cost.en << '\n';
    if (suggestion.search.empty()) return;
    std::cout << "  Search: waymark treatment";
    for (const auto& [parameter, codes] : suggestion.search) {
        std::cout << " --" << parameter;
        if (parameter != "telehealth") std::cout << ' ' << codes;
    }
    std::cout << '\n';
}

void print(const Rulebook& rules, const Reason& reason) {
    const auto& rule = *reason.rule;
    std::cout << "  " << (rule.kind ? rules.kinds[*rule.kind].name.en + ": " : std::string{})
              << rule.because.en << '\n';
    for (const auto& given : reason.answers) {
        std::cout << "    You said: " << given.question->asked.en << ' ' << given.answer->said.en
                  << '\n';
    }
    std::cout << "    Source: " << rule.source.name.en << '\n';
}

void print(const Rulebook& rules, const Outcome& outcome) {
    for (const auto& suggestion : outcome.suggestions)
        print(suggestion);
    std::cout << "\nWhy\n";
    for (const auto& reason : outcome.reasons)
        print(rules, reason);
    if (outcome.is_emergency) return;
    std::cout << "\nAsk on the phone\n";
    for (const auto* question : outcome.ask)
        std::cout << "  " << question->said.en << '\n';
    std::cout << "\nA clinician decides the level of care. Ask them about an ASAM assessment.\n";
}

// All that can be wrong here is a file: refused with 1, as docs/setting.md says.
int refused(const Error& error) {
    report(error);
    return kFailed;
}

int run(const SettingOptions& options) {
    const auto rules = app::local_setting_rules(options.data.dir);
    if (!rules) return refused(rules.error());
    const auto text = answers_text(options.answers);
    if (!text) return refused(text.error());
    const auto answers = finder::setting::read_answers(*rules, *text);
    if (!answers) return refused(answers.error());
    const auto outcome = finder::setting::outcome_of(*rules, *answers);
    if (options.json) {
        std::cout << json::write(finder::setting::to_json(*rules, outcome, "en")) << '\n';
    } else {
        print(*rules, outcome);
    }
    return kDone;
}

}  // namespace

void add_setting(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<SettingOptions>();
    auto* command = program.add_subcommand("setting", "Which kind of place fits");
    command
        ->add_option("--answers", options->answers,
                     "FILE or -: a JSON object, question to answer (docs/setting.md)")
        ->required();
    command->add_flag("--json", options->json, "As JSON");
    add_data_options(*command, options->data);
    command->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace waymark::cli
