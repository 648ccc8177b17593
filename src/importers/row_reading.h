// One record of a feed made into a row: cleaned of hidden characters, read by
// its format, held to the limits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>

#include "core/result.h"
#include "directory/facility.h"
#include "directory/meeting.h"
#include "exchange/context.h"
#include "importers/formats.h"
#include "importers/records.h"

namespace waymark::importers {

struct Row {
    std::int64_t number = 0;
    // A meeting or a place of help, or why there is neither.
    std::variant<directory::Meeting, directory::Facility, Error> outcome{};
    std::size_t content = 0;  // Of the record; only when asked for.
};

enum class Contents { skip, compare };

// What was found on the way.
struct RowFindings {
    std::int64_t hidden_characters = 0;
    exchange::Warnings warnings{};

    void add(const RowFindings& more) {
        hidden_characters += more.hidden_characters;
        for (const auto& [sentence, times] : more.warnings.counts())
            warnings.add(sentence, times);
    }
};

// Nothing for a record that says that a row is gone. `defaults` is given with
// the findings' warnings.
std::optional<Row> row_of(Record record, const RowReader& read, exchange::Defaults& defaults,
                          Contents contents, RowFindings& findings);

}  // namespace waymark::importers
