// waymark number: whose a phone number is, by the lists of this directory.
#include <CLI/CLI.hpp>
#include <iostream>

#include "app/local_helplines.h"
#include "cli/command.h"
#include "content/listed_numbers.h"
#include "content/often_wrong.h"
#include "core/text.h"
#include "finder/listed_numbers.h"
#include "json/write.h"

namespace waymark::cli {
namespace {

using content::OftenWrong;
using directory::ListedNumber;
using directory::WantedNumber;

struct NumberOptions {
    app::DataOptions data{};
    std::string number{};
    std::string country = "US";
    bool json = false;
};

void print(const std::vector<ListedNumber>& owners, const OftenWrong* wrong) {
    for (const auto& owner : owners) {
        std::cout << owner.owner << "  (" << code_of(owner.kind) << ", " << owner.source;
        if (owner.date) std::cout << ", " << format_date(*owner.date);
        std::cout << ")\n";
    }
    if (wrong != nullptr) {
        std::cout << "Often copied wrongly" << (wrong->is_confirmed ? "" : " (not confirmed)")
                  << ": lists call it " << wrong->said_to_be.en << ". " << wrong->really.en << '\n';
    }
    if (owners.empty()) {
        std::cout << "It is on no list we hold. Many such lines sell referrals.\n";
    }
}

json::Value to_json(const ListedNumber& owner) {
    auto value = json::Value::object();
    value.set("owner", owner.owner);
    value.set("kind", code_of(owner.kind));
    value.set("number", owner.number);
    value.set("country", owner.country);
    value.set("source", owner.source);
    value.set("date", owner.date ? json::Value{format_date(*owner.date)} : json::Value{});
    return value;
}

void print_json(const WantedNumber& wanted, const std::vector<ListedNumber>& owners,
                const OftenWrong* wrong) {
    auto found = json::Value::object();
    found.set("number", wanted.key());
    auto list = json::Value::array();
    for (const auto& owner : owners)
        list.push(to_json(owner));
    found.set("owners", std::move(list));
    auto copied = json::Value{};
    if (wrong != nullptr) {
        copied.set("id", wrong->id);
        copied.set("really", wrong->really.en);
        copied.set("confirmed", wrong->is_confirmed);
        copied.set("source", wrong->source);
        copied.set("seen_on", format_date(wrong->seen_on));
    }
    found.set("often_copied_wrongly", std::move(copied));
    std::cout << json::write(found) << '\n';
}

int run(const NumberOptions& options) {
    const auto lines = app::local_helplines(options.data.dir);
    if (!lines) return report(lines.error());
    const std::string country = ascii_upper(options.country);
    const auto wanted =
        WantedNumber::read(options.number, country, content::listed_countries(*lines));
    if (!wanted) return report(wanted.error());
    const auto data = app::open_data(options.data);
    if (!data) return report(data.error());
    const auto directory = app::load_snapshot((*data)->directory());
    auto listed = content::listed_numbers(*lines);
    const auto found = finder::listed_numbers(*directory, *wanted, country);
    listed.insert(listed.end(), found.begin(), found.end());
    const auto owners = owners_of(*wanted, listed);
    const auto* wrong = content::often_wrong(*wanted);
    // A number is not "one that begins so" when somebody we list answers it.
    if (wrong != nullptr && wrong->dial.empty() && !owners.empty()) wrong = nullptr;
    if (options.json)
        print_json(*wanted, owners, wrong);
    else
        print(owners, wrong);
    return kDone;
}

}  // namespace

void add_number(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<NumberOptions>();
    auto* command = program.add_subcommand("number", "Whose a phone number is");
    command->add_option("number", options->number, "1-800-662-4357, \"1-800-662-HELP\"")
        ->required();
    command->add_option("--country", options->country, "Where it is dialled: US, GB …")
        ->capture_default_str();
    command->add_flag("--json", options->json, "As JSON");
    add_data_options(*command, options->data);
    command->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace waymark::cli
