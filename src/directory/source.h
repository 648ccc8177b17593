// Where listings come from: a feed, a file, a server.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/ids.h"
#include "core/time.h"
#include "directory/fellowship.h"

namespace waymark::directory {

using SourceId = Id<struct SourceTag>;

// Who answers for a made-up listing. A feed with one row of it is fictional,
// whatever name it is imported under.
inline constexpr std::string_view kFictionalEntity = "Waymark sample (fictional)";

struct Source {
    SourceId id{};
    std::string name{};      // Chosen by the operator, unique: "nyc".
    std::string format{};    // "meeting-guide", "bmlt", "naws", "tsml-csv", "csv", "sample".
    std::string location{};  // URL; the file's name for a file; empty for standard input.
    Fellowship fellowship = Fellowship::unknown;  // For rows that do not say.
    std::string timezone{};                       // For rows that do not say; "" = by coordinates.
    bool is_fictional = false;                    // Sample data: said on every page that shows it.
    std::optional<Instant> fetched_at{};          // When it was last read whole.
    std::optional<Instant> failing_since{};       // Set while it cannot be read.
    std::string etag{};
    std::string last_modified{};
    std::string sha256{};   // Of the last copy read, hex.
    std::string license{};  // As its owner names it: "CC BY 4.0"; empty: not said.
    // Whether its rows may leave this site in feeds, the API and dumps. Pages
    // show them either way.
    bool may_republish = true;
    friend bool operator==(const Source&, const Source&) = default;
};

}  // namespace waymark::directory
