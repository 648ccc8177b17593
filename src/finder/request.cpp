#include "finder/request.h"

#include <algorithm>
#include <array>

#include "core/number.h"
#include "core/text.h"
#include "finder/request_values.h"

namespace waymark::finder {
namespace {

using directory::Feature;
using directory::FeatureKind;
using Attitude = directory::MedicationFact::Attitude;

struct Reading {
    ParsedRequest& parsed;
    const PlaceLocator& locate;
    std::optional<std::size_t> page{};
};

// Calls `take` with every item of a list; an empty item is passed over.
template <class Take>
Result<> each_item(std::string_view list, Take take) {
    for (const auto part : split(list, ',')) {
        if (const auto item = trimmed(part); !item.empty()) TRY(take(ascii_lower(item)));
    }
    return {};
}

Result<> read_near(Reading& reading, std::string_view text) {
    const auto& place = reading.parsed.place.emplace(TRY(reading.locate(text)));
    reading.parsed.request.near = place.best.point;
    return {};
}

Result<> read_radius(Reading& reading, std::string_view text) {
    reading.parsed.request.radius = TRY(parse_length(text));
    return {};
}

Result<> read_box(Reading& reading, std::string_view text) {
    reading.parsed.request.box = TRY(parse_box(text));
    return {};
}

Result<> read_within(Reading& reading, std::string_view text) {
    reading.parsed.request.within = TRY(parse_span(text));
    return {};
}

Result<> read_weekday(Reading& reading, std::string_view text) {
    return each_item(text, [&](std::string_view item) -> Result<> {
        reading.parsed.request.weekdays.add(TRY(parse_weekday(item)));
        return {};
    });
}

Result<> read_after(Reading& reading, std::string_view text) {
    reading.parsed.request.after = TRY(parse_clock(text));
    return {};
}

Result<> read_before(Reading& reading, std::string_view text) {
    reading.parsed.request.before = TRY(parse_clock(text));
    return {};
}

template <class Item>
void add_once(std::vector<Item>& list, Item item) {
    if (std::ranges::find(list, item) == list.end()) list.push_back(std::move(item));
}

Result<> read_fellowship(Reading& reading, std::string_view text) {
    return each_item(text, [&](std::string_view item) -> Result<> {
        const auto fellowship = directory::fellowship_of_code(item);
        if (!fellowship) {
            return invalid_input(
                "fellowship",
                "Choose programmes from na, ha, aa, ca, cma, ma, smart, rr, rd, lifering, "
                "celebrate-recovery, wfs, al-anon, nar-anon, fa, daa, pal, aca, coda, other and "
                "unknown.");
        }
        add_once(reading.parsed.request.fellowships, *fellowship);
        return {};
    });
}

Result<> read_venue(Reading& reading, std::string_view text) {
    return each_item(text, [&](std::string item) -> Result<> {
        std::ranges::replace(item, '_', '-');
        const auto venue = directory::venue_of_code(item);
        if (!venue) {
            return invalid_input("venue",
                                 "Choose from in-person, online, hybrid, temporarily-online, "
                                 "by-appointment, suspended and unknown.");
        }
        add_once(reading.parsed.request.venues, *venue);
        return {};
    });
}

std::optional<Feature> feature_of(std::string_view code, std::initializer_list<FeatureKind> kinds) {
    const auto feature = directory::feature_of_code(code);
    if (!feature) return std::nullopt;
    const bool fits = std::ranges::find(kinds, directory::info(*feature).kind) != kinds.end();
    return fits ? feature : std::nullopt;
}

Result<> read_need(Reading& reading, std::string_view text) {
    return each_item(text, [&](std::string_view item) -> Result<> {
        const auto need = feature_of(item, {FeatureKind::need, FeatureKind::form});
        if (!need) {
            return invalid_input(
                "need",
                "Choose needs from wheelchair, accessible-toilet, hearing-loop, "
                "sign-language, captions, child-care, fragrance-free, smoke-free and dogs.");
        }
        reading.parsed.request.needs.add(*need);
        return {};
    });
}

Result<> read_for(Reading& reading, std::string_view text) {
    return each_item(text, [&](std::string_view item) -> Result<> {
        const auto audience = feature_of(item, {FeatureKind::audience});
        if (!audience) {
            return invalid_input(
                "for",
                "Choose from women, men, lgbtq, transgender, young, seniors, poc, "
                "indigenous, newcomers, professionals, parents, veterans and dual-diagnosis.");
        }
        reading.parsed.request.audience.add(*audience);
        return {};
    });
}

bool is_language_tag(std::string_view text) {
    const auto is_of_tag = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return text.size() >= 2 && text.size() <= 35 && text.front() >= 'a' && text.front() <= 'z' &&
           text.back() != '-' && std::ranges::all_of(text, is_of_tag);
}

Result<> read_lang(Reading& reading, std::string_view text) {
    return each_item(text, [&](std::string item) -> Result<> {
        std::ranges::replace(item, '_', '-');
        if (!is_language_tag(item)) {
            return invalid_input("lang",
                                 "Write languages by their codes, such as en, es or pt-br.");
        }
        add_once(reading.parsed.request.languages, std::move(item));
        return {};
    });
}

Result<> read_door(Reading& reading, std::string_view text) {
    const auto door = feature_of(ascii_lower(text), {FeatureKind::door});
    if (!door) return invalid_input("door", "Choose open or closed.");
    reading.parsed.request.door = door;
    return {};
}

Result<> read_medication(Reading& reading, std::string_view text) {
    for (const auto attitude : {Attitude::unknown, Attitude::welcomes, Attitude::refuses}) {
        if (ascii_lower(text) != directory::code_of(attitude)) continue;
        reading.parsed.request.medication = attitude;
        return {};
    }
    return invalid_input("medication", "Choose welcomes, refuses or unknown.");
}

Result<> read_text(Reading& reading, std::string_view text) {
    if (text.size() > kTextBytesMax || !is_utf8(text)) {
        return invalid_input("text", "Write a few words to look for, 200 characters at most.");
    }
    reading.parsed.request.text = text;
    return {};
}

Result<> read_old(Reading& reading, std::string_view text) {
    if (ascii_lower(text) != "yes") return invalid_input("old", "Choose yes.");
    reading.parsed.request.shows_old = true;
    return {};
}

Result<> read_sort(Reading& reading, std::string_view text) {
    const auto sort = sort_of_code(ascii_lower(text));
    if (!sort) return invalid_input("sort", "Choose best, soonest, nearest or week.");
    reading.parsed.request.sort = *sort;
    return {};
}

Result<> read_counts(Reading& reading, std::string_view text) {
    if (ascii_lower(text) != "no") return invalid_input("counts", "Choose no.");
    reading.parsed.request.counts = false;
    return {};
}

Result<> read_limit(Reading& reading, std::string_view text) {
    const auto limit = parse_number<std::size_t>(text);
    if (!limit || *limit == 0 || *limit > kMatchesMax) {
        return invalid_input("limit", "Ask for 1 to 1000 meetings at a time.");
    }
    reading.parsed.request.limit = *limit;
    return {};
}

Result<> read_offset(Reading& reading, std::string_view text) {
    const auto offset = parse_number<std::size_t>(text);
    if (!offset || *offset > kOffsetMax) {
        return invalid_input("offset", "Write how many meetings to pass over, 0 or more.");
    }
    reading.parsed.request.offset = *offset;
    return {};
}

Result<> read_page(Reading& reading, std::string_view text) {
    reading.page = parse_number<std::size_t>(text);
    if (!reading.page || *reading.page == 0 || *reading.page > kOffsetMax / kMatchesMax) {
        return invalid_input("page", "Write the number of a page, from 1.");
    }
    return {};
}

Result<> read_now(Reading& reading, std::string_view text) {
    reading.parsed.now = TRY(parse_instant(text));
    return {};
}

struct Option {
    std::string_view name{};
    Result<> (*read)(Reading& reading, std::string_view text) = nullptr;
};

constexpr std::array<Option, 22> kOptions{{
    {"near", read_near},       {"radius", read_radius},
    {"box", read_box},         {"within", read_within},
    {"weekday", read_weekday}, {"after", read_after},
    {"before", read_before},   {"fellowship", read_fellowship},
    {"venue", read_venue},     {"need", read_need},
    {"for", read_for},         {"lang", read_lang},
    {"door", read_door},       {"medication", read_medication},
    {"text", read_text},       {"sort", read_sort},
    {"limit", read_limit},     {"offset", read_offset},
    {"page", read_page},       {"now", read_now},
    {"old", read_old},         {"counts", read_counts},
}};

Result<> read_option(Reading& reading, const std::string& name, std::string_view value) {
    const auto option = std::ranges::find(kOptions, name, &Option::name);
    if (option == kOptions.end()) {
        return invalid_input(
            name.substr(0, 40),
            "This option is not known; choose from near, radius, box, within, weekday, after, "
            "before, fellowship, venue, need, for, lang, door, medication, text, sort, limit, "
            "offset, page, old, counts and now.");
    }
    if (value.empty()) return {};
    auto read = option->read(reading, value);
    if (!read) read.error().field = name;
    return read;
}

}  // namespace

Result<ParsedRequest> parse_request(const Options& options, const PlaceLocator& locate) {
    ParsedRequest parsed;
    Reading reading{parsed, locate};
    for (const auto& [name, value] : options)
        TRY(read_option(reading, name, trimmed(value)));
    if (reading.page) parsed.request.offset = (*reading.page - 1) * parsed.request.limit;
    return parsed;
}

}  // namespace waymark::finder
