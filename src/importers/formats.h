// The formats we import, one line each in formats.cpp.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <variant>

#include "core/result.h"
#include "directory/facility.h"
#include "directory/fellowship.h"
#include "directory/meeting.h"
#include "directory/source_lists.h"
#include "exchange/context.h"
#include "importers/import.h"
#include "importers/records.h"

namespace waymark::importers {

// What a row can be.
using Listing = std::variant<directory::Meeting, directory::Facility>;

using RowReader =
    std::function<Result<Listing>(const json::Value& record, const exchange::Defaults&)>;

// A feed that has been opened: its records, and what reads one of them.
struct Feed {
    std::unique_ptr<RecordReader> records{};
    RowReader read{};
    // What it says beside its records; empty when nothing.
    directory::SourceLists lists{};
};

struct Format {
    std::string_view name{};                                            // "meeting-guide"
    directory::Fellowship fellowship = directory::Fellowship::unknown;  // Unless told otherwise.
    // Fails with invalid_input when the options cannot be (a broken map).
    Result<Feed> (*open)(const OpenBytes& bytes, const ImportOptions& options) = nullptr;
};

std::span<const Format> formats();
// Fails with invalid_input (field "format").
Result<const Format*> format_named(std::string_view name);

}  // namespace waymark::importers
