// waymark doctor: what a person should look at, because no machine can.
#include <CLI/CLI.hpp>
#include <iostream>

#include "app/local_helplines.h"
#include "app/local_setting.h"
#include "cli/command.h"
#include "core/clock.h"
#include "json/write.h"
#include "learn/handbook.h"

namespace waymark::cli {
namespace {

struct DoctorOptions {
    app::DataOptions data{};
    bool json = false;
};

std::vector<directory::Source> failing(const directory::Store& store) {
    auto sources = store.sources();
    std::erase_if(sources, [](const auto& source) { return !source.failing_since; });
    return sources;
}

std::vector<const learn::Article*> overdue() {
    const auto today = std::chrono::floor<std::chrono::days>(SystemClock{}.now());
    return learn::Handbook::own().overdue(Date{today});
}

void print(const content::Helplines& lines, const std::vector<directory::Source>& sources) {
    const auto unchecked = lines.unchecked();
    std::cout << unchecked.size() << " helplines that nobody has called yet:\n";
    for (const auto* line : unchecked) {
        std::cout << "  " << line->id << "  " << line->name << "  "
                  << (line->shown.empty() ? "text " + line->text_to : line->shown) << '\n';
    }
    std::cout << sources.size() << " lists that cannot be read:\n";
    for (const auto& source : sources) {
        std::cout << "  " << source.name << "  since " << format_instant(*source.failing_since)
                  << '\n';
    }
    const auto articles = overdue();
    std::cout << articles.size() << " articles to be read through again:\n";
    for (const auto* article : articles)
        std::cout << "  " << article->slug << "  by " << format_date(article->next_review) << '\n';
}

void print_json(const content::Helplines& lines, const std::vector<directory::Source>& sources) {
    auto unchecked = json::Value::array();
    for (const auto* line : lines.unchecked())
        unchecked.push(line->id);
    auto failing = json::Value::array();
    for (const auto& source : sources)
        failing.push(source.name);
    auto articles = json::Value::array();
    for (const auto* article : overdue())
        articles.push(article->slug);
    auto found = json::Value::object();
    found.set("unchecked_helplines", std::move(unchecked));
    found.set("failing_sources", std::move(failing));
    found.set("overdue_articles", std::move(articles));
    std::cout << json::write(found) << '\n';
}

int run(const DoctorOptions& options) {
    const auto lines = app::local_helplines(options.data.dir);
    if (!lines) return report(lines.error());
    const auto setting_rules = app::local_setting_rules(options.data.dir);
    if (!setting_rules) return report(setting_rules.error());
    const auto data = app::open_data(options.data);
    if (!data) return report(data.error());
    const auto sources = failing((*data)->directory());
    if (options.json)
        print_json(*lines, sources);
    else
        print(*lines, sources);
    return kDone;
}

}  // namespace

void add_doctor(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<DoctorOptions>();
    auto* command = program.add_subcommand("doctor", "What a person should check");
    command->add_flag("--json", options->json, "As JSON");
    add_data_options(*command, options->data);
    command->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace waymark::cli
