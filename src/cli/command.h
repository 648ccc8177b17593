// What every subcommand shares: how it is declared, how it ends, and where the
// data is. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/data.h"
#include "core/result.h"
#include "directory/store.h"

namespace CLI {
class App;
}

namespace waymark::cli {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kWrongUsage = 2;

// The command that was chosen; main runs it after all options are read.
using Chosen = std::function<int()>;

void add_serve(CLI::App& program, Chosen& chosen);
void add_sample(CLI::App& program, Chosen& chosen);
void add_bench(CLI::App& program, Chosen& chosen);
void add_import(CLI::App& program, Chosen& chosen);
void add_sources(CLI::App& program, Chosen& chosen);
void add_reports(CLI::App& program, Chosen& chosen);
void add_find(CLI::App& program, Chosen& chosen);
void add_treatment(CLI::App& program, Chosen& chosen);
void add_number(CLI::App& program, Chosen& chosen);
void add_geocode(CLI::App& program, Chosen& chosen);
void add_match(CLI::App& program, Chosen& chosen);
void add_setting(CLI::App& program, Chosen& chosen);
void add_doctor(CLI::App& program, Chosen& chosen);

// --data and --db.
void add_data_options(CLI::App& command, app::DataOptions& options);

// Says the error in one sentence on standard error. Wrong input is 2, else 1.
int report(const Error& error);

}  // namespace waymark::cli
