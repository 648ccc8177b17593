#include "exchange/bmlt_lists.h"

#include <algorithm>
#include <cstddef>

#include "core/number.h"
#include "exchange/fields.h"
#include "exchange/links.h"

namespace waymark::exchange {
namespace {

using directory::ListedFormat;
using directory::ServiceBody;
using directory::SourceLists;

constexpr std::size_t kEntriesMax = 50'000;

// Kept as it came, broken ones too, unless it would run as a program.
std::string read_url(const Fields& fields) {
    auto url = fields.line("url");
    return is_hostile(url) ? std::string{} : url;
}

ServiceBody read_body(const Fields& fields) {
    return {.id = fields.line("id"),
            .parent_id = fields.line("parent_id"),
            .name = fields.line("name"),
            .description = fields.text("description"),
            .type = fields.line("type"),
            .url = read_url(fields),
            .helpline = fields.line("helpline"),
            .world_id = fields.line("world_id")};
}

ListedFormat read_format(const Fields& fields) {
    return {.id = parse_number<int>(fields.line("id")).value_or(0),
            .language = fields.line("lang"),
            .key = fields.line("key_string"),
            .name = fields.line("name_string"),
            .description = fields.text("description_string"),
            .world_id = fields.line("world_id"),
            .type = fields.line("format_type_enum")};
}

template <class Entry, class Same>
void join(std::vector<Entry>& entries, const std::vector<Entry>& more, Same is_same) {
    for (const auto& entry : more) {
        const auto held =
            std::ranges::find_if(entries, [&](const Entry& each) { return is_same(each, entry); });
        if (held == entries.end())
            entries.push_back(entry);
        else
            *held = entry;
    }
}

}  // namespace

Result<SourceLists> read_bmlt_lists(const json::Value& answer) {
    const auto* entries = answer.items();
    if (entries == nullptr || entries->size() > kEntriesMax) {
        return invalid_input("", "This is neither a list of service bodies nor one of formats.");
    }
    SourceLists lists;
    const Defaults defaults;
    for (const auto& entry : *entries) {
        if (entry.members() == nullptr || entry.find("id") == nullptr) continue;
        const Fields fields{entry, defaults};
        if (entry.find("key_string") != nullptr) {
            auto format = read_format(fields);
            if (format.id > 0 && !format.key.empty()) lists.formats.push_back(std::move(format));
        } else if (entry.find("parent_id") != nullptr) {
            auto body = read_body(fields);
            if (!body.id.empty()) lists.service_bodies.push_back(std::move(body));
        }
    }
    if (lists.empty() && !entries->empty()) {
        return invalid_input("", "This is neither a list of service bodies nor one of formats.");
    }
    return lists;
}

void join_lists(SourceLists& lists, const SourceLists& more) {
    join(lists.service_bodies, more.service_bodies,
         [](const ServiceBody& a, const ServiceBody& b) { return a.id == b.id; });
    join(lists.formats, more.formats, [](const ListedFormat& a, const ListedFormat& b) {
        return a.id == b.id && a.language == b.language;
    });
}

}  // namespace waymark::exchange
