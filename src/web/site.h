// What every page of a running site shares: the directory, the time, the
// host's settings and the templates.
#pragma once

#include <functional>
#include <string>

#include "content/helplines.h"
#include "content/known_lists.h"
#include "core/clock.h"
#include "directory/mistake_report.h"
#include "finder/setting_rules.h"
#include "finder/snapshot.h"
#include "html/template.h"
#include "http/message.h"
#include "learn/handbook.h"
#include "locale/speak.h"
#include "web/tiles.h"

namespace waymark::web {

// Chosen by the host.
struct Settings {
    std::string name = "Waymark";
    std::string country = "US";  // ISO 3166-1: whose emergency number stands first.
    std::string exit_url = "https://www.bbc.com/weather";  // Where "Leave" leads.
};

struct Site {
    std::function<finder::SnapshotPtr()> snapshot{};  // The directory as it is now; never null.
    const Clock* clock = nullptr;
    Settings settings{};
    html::Views views;
    content::Helplines helplines{};  // Ours, with the host's own.
    finder::setting::Rulebook setting_rules = finder::setting::Rulebook::own();
    const learn::Handbook* handbook = &learn::Handbook::own();
    Tiles tiles{};                                 // Of a street map the host supplies.
    content::KnownLists known_lists{};             // Ours, with the host's own.
    directory::MistakeReports* reports = nullptr;  // Null: none are taken.
};

// Every template of src/web/views, in every language. Throws
// html::TemplateError when one is broken.
html::Views site_views();

// One request on its way through the site: what a page may use.
struct Visit {
    const Site& site;
    const http::Request& request;
    locale::Speaker speak;  // In the reader's language and the host country's manner.
    finder::SnapshotPtr directory;
    Instant now{};

    // A parameter of the query, or of a posted form; "" when it is missing.
    std::string_view param(std::string_view name) const;
};

Visit visit(const Site& site, const http::Request& request);

}  // namespace waymark::web
