// How often a source is read by itself, and on what terms its owner gives it:
// options that `import`, `sources add` and `sources set` share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/sources/open_sources.h"
#include "core/result.h"

namespace CLI {
class App;
}

namespace waymark::cli {

struct TermOptions {  // As typed; empty: not given.
    std::string every{}, license{}, republish{};
};
void add_term_options(CLI::App& command, TermOptions& options);

struct Terms {
    std::optional<std::int64_t> every_minutes{};  // 0: only by hand.
    std::optional<std::string> license{};
    std::optional<bool> may_republish{};
};
// Fails with invalid_input on an interval that is none ("12h", "45m", "1d",
// "off"), or shorter than a quarter of an hour, or longer than 30 days.
Result<Terms> terms_of(const TermOptions& options);

// Fails with invalid_input for a source that has no address.
Result<> keep_every(const directory::Source& source, std::int64_t every_minutes,
                    const importers::Desk& desk);

std::string text_of_every(std::int64_t minutes);  // "12 h", "45 min"

}  // namespace waymark::cli
