// The endpoints of the semantic API but the searches' own files: each takes the
// query and gives a JSON text, or says what is wrong.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "compat/bmlt/change_log.h"
#include "compat/bmlt/parameters.h"
#include "compat/bmlt/write.h"
#include "core/result.h"

namespace waymark::compat::bmlt {

// The version of BMLT whose behaviour this is; clients look at it.
inline constexpr std::string_view kVersion = "4.2.7";
inline constexpr std::string_view kVersionNumber = "4002007";

struct Question {
    const Table& table;
    const Parameters& parameters;
    std::string root{};                           // Of this server, as the client sees it.
    const finder::Snapshot& snapshot;             // That the table is of.
    std::function<const ChangeLog&()> changes{};  // Its; made when first asked for.
    Instant now{};
};

struct Switcher {
    std::string_view name{};
    Result<std::string> (*answer)(const Question& question) = nullptr;
};

// Those of the json and jsonp formats, in the order in which BMLT names them.
std::span<const Switcher> switchers();

Result<std::string> get_search_results(const Question& question);
Result<std::string> get_formats(const Question& question);
Result<std::string> get_service_bodies(const Question& question);
Result<std::string> get_field_keys(const Question& question);
Result<std::string> get_field_values(const Question& question);
Result<std::string> get_server_info(const Question& question);
Result<std::string> get_coverage_area(const Question& question);
Result<std::string> get_changes(const Question& question);

}  // namespace waymark::compat::bmlt
