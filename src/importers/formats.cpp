#include "importers/formats.h"

#include <algorithm>
#include <array>
#include <memory>

#include "exchange/bmlt.h"
#include "exchange/bmlt_formats.h"
#include "exchange/bmlt_lists.h"
#include "exchange/meeting_guide.h"
#include "importers/json_records.h"
#include "importers/place_formats.h"
#include "importers/table_formats.h"
#include "json/parse.h"

namespace waymark::importers {
namespace {

using directory::Fellowship;

Result<Feed> open_meeting_guide(const OpenBytes& bytes, const ImportOptions&) {
    return Feed{json_records(bytes()), exchange::read_meeting_guide};
}

// What a BMLT server says of its formats and service bodies: in the feed, and
// in files of their own.
struct BmltSays {
    directory::SourceLists lists{};
    json::Value formats = json::Value::array();  // As they came, ours first.
};

Result<> add_answer(BmltSays& says, const json::Value& answer) {
    auto lists = TRY(exchange::read_bmlt_lists(answer));
    exchange::join_lists(says.lists, lists);
    if (lists.formats.empty()) return {};
    for (const auto& format : *answer.items())
        says.formats.push(format);
    return {};
}

// The list of formats may stand after the meetings that need it: it is looked
// for first, and the feed then opened again.
Result<BmltSays> bmlt_says(const OpenBytes& bytes, const ImportOptions& options) {
    BmltSays says;
    const auto in_feed = json_member(bytes, "formats");
    if (in_feed.items() != nullptr && !add_answer(says, in_feed)) says = {};
    for (const auto& text : options.lists) {
        const auto answer = TRY(json::parse(text));
        TRY(add_answer(says, answer));
    }
    return says;
}

Result<Feed> open_bmlt(const OpenBytes& bytes, const ImportOptions& options) {
    auto says = TRY(bmlt_says(bytes, options));
    auto formats =
        std::make_shared<const exchange::BmltFormats>(exchange::BmltFormats::of(says.formats));
    const auto read = [formats](const json::Value& record, const exchange::Defaults& defaults) {
        auto with_formats = defaults;
        with_formats.bmlt_formats = formats.get();
        return exchange::read_bmlt(record, with_formats);
    };
    return Feed{json_records(bytes()), read, std::move(says.lists)};
}

constexpr auto kFormats = std::to_array<Format>({
    {"meeting-guide", Fellowship::unknown, open_meeting_guide},
    {"bmlt", Fellowship::na, open_bmlt},
    {"naws", Fellowship::na, open_naws},
    {"tsml-csv", Fellowship::unknown, open_tsml_csv},
    {"csv", Fellowship::unknown, open_mapped_csv},
    {"findtreatment", Fellowship::unknown, open_findtreatment},
    {"nd-xlsx", Fellowship::unknown, open_nd_xlsx},
    {"nd-csv", Fellowship::unknown, open_nd_csv},
    {"otp-csv", Fellowship::unknown, open_otp_csv},
    {"hsds", Fellowship::unknown, open_hsds},
    {"places-csv", Fellowship::unknown, open_places_csv},
    {"geojson", Fellowship::unknown, open_geojson},
    {"kml", Fellowship::unknown, open_kml},
});

}  // namespace

std::span<const Format> formats() {
    return kFormats;
}

Result<const Format*> format_named(std::string_view name) {
    const auto found = std::ranges::find(kFormats, name, &Format::name);
    if (found != kFormats.end()) return &*found;
    return invalid_input("format",
                         "This format is not known. waymark import --help lists the formats.");
}

}  // namespace waymark::importers
