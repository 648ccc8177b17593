#include "compat/hsds/write_parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "compat/hsds/derived_id.h"
#include "compat/hsds/text_formats.h"
#include "core/number.h"

namespace waymark::compat::hsds {
namespace {

using directory::Facility;
using directory::Trait;

// Numbers of more digits than this are no extension but a second number.
constexpr std::size_t kExtensionDigitsMax = 8;

// Calls write(item) for each, in an object with its id.
template <class Items, class Write>
void write_each(json::Writer& out, std::string_view key, std::string_view what,
                std::string_view owner, const Items& items, Write write) {
    if (items.empty()) return;
    out.key(key).begin_array();
    std::size_t number = 0;
    for (const auto& item : items) {
        out.begin_object().key("id").string(derived_id(what, owner, std::to_string(number++)));
        write(item);
        out.end_object();
    }
    out.end_array();
}

struct PhoneKind {
    std::string_view kind{}, type{}, says{};
};
constexpr auto kPhoneKinds = std::to_array<PhoneKind>({
    {"intake", "voice", "Intake"},
    {"hotline", "voice", "Hotline"},
    {"tty", "textphone", ""},
    {"sms", "text", ""},
    {"mobile", "cell", ""},
});

PhoneKind kind_of(std::string_view kind) {
    for (const auto& known : kPhoneKinds) {
        if (known.kind == kind) return known;
    }
    return {.kind = kind, .type = kind};
}

void write_phone(json::Writer& out, const directory::FacilityPhone& phone) {
    const auto kind = kind_of(phone.kind);
    out.key("number").string(phone.number);
    const auto extension = phone.extension.size() <= kExtensionDigitsMax
                               ? parse_number<std::int64_t>(phone.extension)
                               : std::nullopt;
    auto says = std::string{phone.description.empty() ? kind.says : phone.description};
    if (extension)
        out.key("extension").integer(*extension);
    else if (!phone.extension.empty())
        says += (says.empty() ? "Extension " : ", extension ") + phone.extension;
    write_text(out, "type", kind.type);
    write_text(out, "description", says);
}

std::string days_of(directory::WeekdaySet days) {
    constexpr std::array kDays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    std::string text;
    for (const unsigned day : {1U, 2U, 3U, 4U, 5U, 6U, 0U}) {
        if (!days.has(std::chrono::weekday{day})) continue;
        if (!text.empty()) text += ',';
        text += kDays[day];
    }
    return text;
}

std::string notes_of(const directory::OpenSpan& span, const directory::Hours& hours) {
    auto notes = span.note;
    for (const auto& date : hours.closed) {
        const bool is_first = &date == hours.closed.data();
        if (is_first) notes += notes.empty() ? "Closed on " : ". Closed on ";
        notes += (is_first ? "" : ", ") + format_date(date);
    }
    return notes;
}

void write_span(json::Writer& out, const directory::OpenSpan& span, const directory::Hours& hours) {
    write_text(out, "byday", days_of(span.days));
    out.key("freq").string("WEEKLY").key("interval").integer(1).key("wkst").string("MO");
    out.key("opens_at").string(format_time_of_day(span.opens));
    out.key("closes_at").string(format_time_of_day(span.closes));
    if (span.from) out.key("valid_from").string(format_date(*span.from));
    if (span.until) out.key("valid_to").string(format_date(*span.until));
    if (hours.zone) out.key("timezone_name").string(hours.zone->name());
    write_text(out, "description", hours.words);
    write_text(out, "notes", notes_of(span, hours));
}

}  // namespace

void write_text(json::Writer& out, std::string_view key, std::string_view text) {
    if (!text.empty()) out.key(key).string(text);
}

void write_link(json::Writer& out, std::string_view key, std::string_view link) {
    if (is_link(link)) out.key(key).string(link);
}

void write_email(json::Writer& out, std::string_view key, std::string_view email) {
    if (is_email(email)) out.key(key).string(email);
}

void write_time(json::Writer& out, std::string_view key, std::optional<Instant> time) {
    if (time) out.key(key).string(format_instant(*time));
}

void write_phones(json::Writer& out, const Facility& facility, std::string_view owner) {
    write_each(out, "phones", "phone", owner, facility.phones,
               [&](const auto& phone) { write_phone(out, phone); });
}

void write_schedules(json::Writer& out, const directory::Hours& hours, std::string_view owner) {
    const std::vector<std::string> words{hours.words};
    if (hours.spans.empty() && !hours.words.empty()) {
        write_each(out, "schedules", "schedule", owner, words,
                   [&](const auto& text) { write_text(out, "description", text); });
        return;
    }
    write_each(out, "schedules", "schedule", owner, hours.spans,
               [&](const auto& span) { write_span(out, span, hours); });
}

void write_languages(json::Writer& out, const Facility& facility, std::string_view owner) {
    write_each(out, "languages", "language", owner, facility.languages,
               [&](const auto& code) { out.key("code").string(code); });
}

void write_service_areas(json::Writer& out, const Facility& facility, std::string_view owner) {
    write_each(out, "service_areas", "service_area", owner, facility.areas_served,
               [&](const auto& area) {
                   out.key("name").string(area).key("extent").string(area);
                   out.key("extent_type").string("text");
               });
}

void write_costs(json::Writer& out, const Facility& facility, std::string_view owner) {
    write_each(out, "cost_options", "cost_option", owner, facility.costs, [&](const auto& cost) {
        write_text(out, "option", cost.option);
        write_text(out, "currency", cost.currency);
        if (cost.amount) out.key("amount").real(*cost.amount);
        write_text(out, "amount_description", cost.description);
    });
}

void write_capacities(json::Writer& out, const Facility& facility, std::string_view owner) {
    std::vector<directory::Capacity> dated;
    for (const auto& capacity : facility.capacities) {
        // A number of beds whose age nobody knows helps nobody; HSDS takes none.
        if (capacity.updated) dated.push_back(capacity);
    }
    write_each(out, "capacities", "capacity", owner, dated, [&](const auto& capacity) {
        const auto unit = capacity.unit.empty() ? std::string{"places"} : capacity.unit;
        out.key("unit").begin_object().key("id").string(derived_id("unit", unit));
        out.key("name").string(unit).end_object();
        out.key("available").integer(capacity.available);
        if (capacity.maximum) out.key("maximum").integer(*capacity.maximum);
        write_time(out, "updated", capacity.updated);
        write_text(out, "description", capacity.description);
    });
}

void write_documents(json::Writer& out, const Facility& facility, std::string_view owner) {
    write_each(out, "required_documents", "required_document", owner, facility.required_documents,
               [&](const auto& document) { out.key("document").string(document); });
}

void write_accessibility(json::Writer& out, const View& view, finder::RowNumber row) {
    auto says = view.facility(row).accessibility;
    for (const auto trait : {Trait::wheelchair, Trait::sign_language}) {
        const auto name = directory::info(trait).name;
        const bool is_said = std::ranges::find(says, name) != says.end();
        if (view.row(row).traits.yes.has(trait) && !is_said) says.emplace_back(name);
    }
    write_each(out, "accessibility", "accessibility", view.ids(row).location, says,
               [&](const auto& text) { out.key("description").string(text); });
}

}  // namespace waymark::compat::hsds
