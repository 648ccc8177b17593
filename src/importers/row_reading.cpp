#include "importers/row_reading.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "core/bytes.h"
#include "core/text.h"
#include "importers/row_limits.h"
#include "json/write.h"

namespace waymark::importers {
namespace {

// Whether a byte of it could belong to a hidden character: a control, or the
// first byte of one in UTF-8 (U+0080 … U+00AD, U+2000 …, U+FEFF).
bool may_hide(std::string_view text) {
    return any_byte(text, [](std::uint8_t byte) {
        return ((byte < 0x20) & (byte != '\n') & (byte != '\r') & (byte != '\t')) | (byte == 0x7f) |
               (byte == 0xc2) | (byte == 0xe2) | (byte == 0xef);
    });
}

// Takes hidden characters out of every text of the value; how many there were.
std::size_t clean(json::Value& value) {
    std::size_t removed = 0;
    if (const auto* text = value.string()) {
        if (!may_hide(*text)) return 0;
        auto cleaned = without_hidden(*text, &removed);
        if (removed > 0) value = json::Value{std::move(cleaned)};
    } else if (auto* items = value.items()) {
        for (auto& item : *items)
            removed += clean(item);
    } else if (auto* members = value.members()) {
        for (auto& member : *members)
            removed += clean(member.second);
    }
    return removed;
}

}  // namespace

std::optional<Row> row_of(Record record, const RowReader& read, exchange::Defaults& defaults,
                          Contents contents, RowFindings& findings) {
    if (!record.warning.empty()) findings.warnings.add(record.warning);
    if (record.is_removal) return std::nullopt;
    std::optional<Row> row{std::in_place};
    row->number = record.row;
    if (record.refused) {
        row->outcome = *std::move(record.refused);
        return row;
    }
    findings.hidden_characters += static_cast<std::int64_t>(clean(record.value));
    defaults.warnings = &findings.warnings;
    auto listing = read(record.value, defaults);
    if (listing) {
        if (auto kept = limit_row(*listing, findings.warnings); !kept)
            listing = tl::unexpected{std::move(kept).error()};
    }
    if (listing)
        std::visit([&](auto& held) { row->outcome = std::move(held); }, *listing);
    else
        row->outcome = std::move(listing).error();
    if (contents == Contents::compare)
        row->content = std::hash<std::string>{}(json::write(record.value));
    return row;
}

}  // namespace waymark::importers
