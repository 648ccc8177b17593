// waymark doctor: what a person should look at, because no machine can.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <iostream>

#include "app/feed_desk.h"
#include "app/local_helplines.h"
#include "app/local_setting.h"
#include "cli/command.h"
#include "cli/sources/source_state.h"
#include "core/clock.h"
#include "json/write.h"
#include "learn/handbook.h"

namespace waymark::cli {
namespace {

struct DoctorOptions {
    app::DataOptions data{};
    bool json = false;
};

// The lists that cannot be read, or have something to decide.
std::vector<SourceState> troubled(const importers::Desk& desk) {
    std::vector<SourceState> states;
    for (const auto& source : desk.store.sources()) {
        auto state = state_of(source, desk);
        if (source.failing_since || state.needs_somebody()) states.push_back(std::move(state));
    }
    return states;
}

bool is_failing(const SourceState& state) {
    return state.source.failing_since.has_value();
}

bool has_waiting(const SourceState& state) {
    return !state.waiting.empty();
}

std::vector<const learn::Article*> overdue() {
    const auto today = std::chrono::floor<std::chrono::days>(SystemClock{}.now());
    return learn::Handbook::own().overdue(Date{today});
}

void print(const std::vector<SourceState>& sources) {
    std::cout << std::ranges::count_if(sources, is_failing) << " lists that cannot be read, "
              << std::ranges::count_if(sources, has_waiting) << " with something to decide:\n";
    for (const auto& state : sources)
        print(std::cout, state);
}

void print(const content::Helplines& lines, const std::vector<SourceState>& sources,
           std::size_t reports) {
    const auto unchecked = lines.unchecked();
    std::cout << unchecked.size() << " helplines that nobody has called yet:\n";
    for (const auto* line : unchecked) {
        std::cout << "  " << line->id << "  " << line->name << "  "
                  << (line->shown.empty() ? "text " + line->text_to : line->shown) << '\n';
    }
    print(sources);
    const auto articles = overdue();
    std::cout << articles.size() << " articles to be read through again:\n";
    for (const auto* article : articles)
        std::cout << "  " << article->slug << "  by " << format_date(article->next_review) << '\n';
    std::cout << reports << " reports of mistakes that nobody has looked into"
              << (reports == 0 ? ".\n" : ": waymark reports\n");
}

json::Value names_of(const std::vector<SourceState>& sources,
                     const std::function<bool(const SourceState&)>& is_wanted) {
    auto names = json::Value::array();
    for (const auto& state : sources) {
        if (is_wanted(state)) names.push(state.source.name);
    }
    return names;
}

void print_json(const content::Helplines& lines, const std::vector<SourceState>& sources,
                std::size_t reports) {
    auto unchecked = json::Value::array();
    for (const auto* line : lines.unchecked())
        unchecked.push(line->id);
    auto articles = json::Value::array();
    for (const auto* article : overdue())
        articles.push(article->slug);
    auto found = json::Value::object();
    found.set("unchecked_helplines", std::move(unchecked));
    found.set("failing_sources", names_of(sources, is_failing));
    found.set("alarming_sources", names_of(sources, [](const auto& s) { return s.is_alarming; }));
    found.set("held_sources", names_of(sources, has_waiting));
    found.set("overdue_articles", std::move(articles));
    found.set("open_reports", static_cast<std::int64_t>(reports));
    std::cout << json::write(found) << '\n';
}

int run(const DoctorOptions& options) {
    const auto lines = app::local_helplines(options.data.dir);
    if (!lines) return report(lines.error());
    const auto setting_rules = app::local_setting_rules(options.data.dir);
    if (!setting_rules) return report(setting_rules.error());
    const auto data = app::open_data(options.data);
    if (!data) return report(data.error());
    const app::FeedDesk desk{**data, options.data};
    const auto sources = troubled(desk.desk());
    const auto reports = (*data)->mistake_reports().open().size();
    if (options.json)
        print_json(*lines, sources, reports);
    else
        print(*lines, sources, reports);
    return std::ranges::any_of(sources, &SourceState::needs_somebody) ? kFailed : kDone;
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
