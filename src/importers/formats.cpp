#include "importers/formats.h"

#include <algorithm>
#include <array>

#include "exchange/meeting_guide.h"
#include "importers/json_records.h"

namespace waymark::importers {
namespace {

using directory::Fellowship;

Result<Feed> open_meeting_guide(const OpenBytes& bytes, const ImportOptions&) {
    return Feed{json_records(bytes()), exchange::read_meeting_guide};
}

constexpr auto kFormats = std::to_array<Format>({
    {"meeting-guide", Fellowship::unknown, open_meeting_guide},
});

}  // namespace

std::span<const Format> formats() {
    return kFormats;
}

Result<const Format*> format_named(std::string_view name) {
    const auto found = std::ranges::find(kFormats, name, &Format::name);
    if (found != kFormats.end()) return &*found;
    return invalid_input("format",
                         "The format is one of meeting-guide, bmlt, naws, tsml-csv and csv.");
}

}  // namespace waymark::importers
