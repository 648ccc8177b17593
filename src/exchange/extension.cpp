#include "exchange/extension.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/time.h"

namespace waymark::exchange {
namespace {

using directory::MedicationFact;
using directory::Meeting;
using directory::Online;
using directory::Recurrence;
using directory::VenueSpell;

template <class Enum>
struct Word {
    Enum value;
    std::string_view text;
};

constexpr Word<Recurrence::Kind> kKinds[] = {{Recurrence::Kind::weekly, "weekly"},
                                             {Recurrence::Kind::every_n_weeks, "every-n-weeks"},
                                             {Recurrence::Kind::nth_of_month, "nth-of-month"}};
constexpr Word<Online::Passcode> kPasscodes[] = {{Online::Passcode::unknown, "unknown"},
                                                 {Online::Passcode::none, "none"},
                                                 {Online::Passcode::shown, "shown"},
                                                 {Online::Passcode::ask, "ask"},
                                                 {Online::Passcode::members, "members"}};
constexpr Word<MedicationFact::Attitude> kAttitudes[] = {
    {MedicationFact::Attitude::unknown, "unknown"},
    {MedicationFact::Attitude::welcomes, "welcomes"},
    {MedicationFact::Attitude::refuses, "refuses"}};

template <class Enum, std::size_t size>
std::string word_of(const Word<Enum> (&words)[size], Enum value) {
    return std::string{std::ranges::find(words, value, &Word<Enum>::value)->text};
}

template <class Enum, std::size_t size>
void read_word(const Word<Enum> (&words)[size], std::string_view text, Enum& value) {
    const auto found = std::ranges::find(words, text, &Word<Enum>::text);
    if (found != std::end(words)) value = found->value;
}

void set_date(json::Value& object, std::string key, const std::optional<Date>& date) {
    if (date) object.set(std::move(key), format_date(*date));
}

std::optional<Date> date_in(const json::Value& object, std::string_view key) {
    const auto date = parse_date(object.text_or(key));
    if (!date) return std::nullopt;
    return *date;
}

json::Value value_of(const Recurrence& recurrence) {
    auto value = json::Value::object();
    value.set("kind", word_of(kKinds, recurrence.kind));
    value.set("n", recurrence.n);
    set_date(value, "anchor", recurrence.anchor);
    set_date(value, "from", recurrence.from);
    set_date(value, "until", recurrence.until);
    auto closed = json::Value::array();
    for (const auto& date : recurrence.closed)
        closed.push(format_date(date));
    if (!recurrence.closed.empty()) value.set("closed", std::move(closed));
    return value;
}

void read_recurrence(const json::Value& value, Recurrence& recurrence) {
    read_word(kKinds, value.text_or("kind"), recurrence.kind);
    const auto* n = value.find("n");
    if (n != nullptr && n->integer() != nullptr && *n->integer() >= -1 && *n->integer() <= 520 &&
        *n->integer() != 0) {
        recurrence.n = static_cast<int>(*n->integer());
    }
    recurrence.anchor = date_in(value, "anchor");
    recurrence.from = date_in(value, "from");
    recurrence.until = date_in(value, "until");
    const auto* closed = value.find("closed");
    if (closed == nullptr || closed->items() == nullptr) return;
    for (const auto& item : *closed->items()) {
        if (item.string() == nullptr) continue;
        if (const auto date = parse_date(*item.string())) recurrence.closed.push_back(*date);
    }
    std::ranges::sort(recurrence.closed);
}

json::Value value_of(const directory::Venue& venue) {
    auto value = json::Value::object();
    value.set("kind", code_of(venue.usual));
    for (const VenueSpell& spell : venue.spells) {
        auto one = json::Value::object();
        one.set("kind", code_of(spell.kind));
        set_date(one, "from", spell.from);
        set_date(one, "until", spell.until);
        if (value.find("spells") == nullptr) value.set("spells", json::Value::array());
        value.members()->back().second.push(std::move(one));
    }
    return value;
}

void read_venue(const json::Value& value, directory::Venue& venue) {
    venue.usual = directory::venue_of_code(value.text_or("kind")).value_or(venue.usual);
    const auto* spells = value.find("spells");
    if (spells == nullptr || spells->items() == nullptr) return;
    for (const auto& item : *spells->items()) {
        const auto kind = directory::venue_of_code(item.text_or("kind"));
        if (kind) venue.spells.push_back({*kind, date_in(item, "from"), date_in(item, "until")});
    }
}

json::Value value_of(const MedicationFact& fact) {
    auto value = json::Value::object();
    value.set("attitude", word_of(kAttitudes, fact.attitude));
    value.set("source", fact.source);
    set_date(value, "said_on", fact.said_on);
    return value;
}

json::Value codes_of(directory::FeatureSet features) {
    auto list = json::Value::array();
    for (const auto& info : directory::features()) {
        if (features.has(info.feature)) list.push(info.code);
    }
    return list;
}

void read_features(const json::Value& list, Meeting& meeting) {
    if (list.items() == nullptr) return;
    meeting.features = {};
    for (const auto& item : *list.items()) {
        if (item.string() == nullptr) continue;
        const auto feature = directory::feature_of_code(*item.string());
        if (feature) meeting.features.add(*feature);
    }
}

void write_freshness(json::Value& out, const directory::Freshness& freshness) {
    if (freshness.last_confirmed_at) {
        out.set("last_confirmed_at", format_instant(*freshness.last_confirmed_at));
    }
    if (!freshness.confirmed_by.empty()) out.set("confirmed_by", freshness.confirmed_by);
    if (!freshness.confirmed_how.empty()) out.set("confirmed_how", freshness.confirmed_how);
}

}  // namespace

json::Value extension_of(const Meeting& meeting, const Meeting& said) {
    json::Value out;
    if (meeting.fellowship != said.fellowship) {
        out.set("fellowship", info(meeting.fellowship).code);
    }
    if (meeting.features != said.features) out.set("features", codes_of(meeting.features));
    if (meeting.languages != said.languages) {
        auto list = json::Value::array();
        for (const auto& language : meeting.languages)
            list.push(language);
        out.set("languages", std::move(list));
    }
    if (meeting.schedule.recurrence != said.schedule.recurrence) {
        out.set("recurrence", value_of(meeting.schedule.recurrence));
    }
    if (meeting.venue != said.venue) out.set("venue", value_of(meeting.venue));
    if (meeting.place.is_approximate != said.place.is_approximate) {
        out.set("approximate", meeting.place.is_approximate);
    }
    if (meeting.online.passcode != said.online.passcode) {
        out.set("passcode", word_of(kPasscodes, meeting.online.passcode));
    }
    if (meeting.medication != said.medication) out.set("medication", value_of(meeting.medication));
    write_freshness(out, meeting.freshness);
    return out;
}

void read_extension(const json::Value& extension, Meeting& meeting) {
    const auto with = [&](std::string_view key, auto take) {
        if (const auto* value = extension.find(key)) take(*value);
    };
    const auto fellowship = directory::fellowship_of_code(extension.text_or("fellowship"));
    if (fellowship) meeting.fellowship = *fellowship;
    with("features", [&](const json::Value& list) { read_features(list, meeting); });
    with("languages", [&](const json::Value& list) {
        if (list.items() == nullptr) return;
        meeting.languages.clear();
        for (const auto& item : *list.items()) {
            if (item.string() != nullptr) meeting.languages.push_back(*item.string());
        }
    });
    with("recurrence",
         [&](const json::Value& value) { read_recurrence(value, meeting.schedule.recurrence); });
    with("venue", [&](const json::Value& value) { read_venue(value, meeting.venue); });
    with("approximate", [&](const json::Value& value) {
        if (value.boolean() != nullptr) meeting.place.is_approximate = *value.boolean();
    });
    read_word(kPasscodes, extension.text_or("passcode"), meeting.online.passcode);
    with("medication", [&](const json::Value& value) {
        read_word(kAttitudes, value.text_or("attitude"), meeting.medication.attitude);
        meeting.medication.source = value.text_or("source");
        meeting.medication.said_on = date_in(value, "said_on");
    });
    const auto confirmed = parse_instant(extension.text_or("last_confirmed_at"));
    if (confirmed) meeting.freshness.last_confirmed_at = *confirmed;
    meeting.freshness.confirmed_by = extension.text_or("confirmed_by");
    meeting.freshness.confirmed_how = extension.text_or("confirmed_how");
}

}  // namespace waymark::exchange
