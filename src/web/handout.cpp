#include "web/handout.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "core/number.h"
#include "core/phrase.h"
#include "core/text.h"
#include "locale/speak.h"
#include "web/article.h"

namespace waymark::web {
namespace {

using Ids = std::vector<std::string>;

// Enough to show again what somebody ticked too much of.
constexpr std::size_t kReadMax = 40;
constexpr std::size_t kNameBytesMax = 60;

bool is_number(std::string_view id) {
    const auto number = parse_number<std::int64_t>(id);
    return number && *number > 0 && std::to_string(*number) == id;
}

// Of a line or an article: "us-samhsa".
bool is_name(std::string_view id) {
    return id.size() <= kNameBytesMax && std::ranges::all_of(id, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

struct Kind {
    std::string_view name{};
    Ids Handout::*ids{};
    bool (*is_id)(std::string_view){};
    Phrase too_many{};
};

const std::array<Kind, 4>& kinds() {
    static const std::array<Kind, 4> all{
        Kind{"meetings", &Handout::meetings, is_number,
             phrase("Choose at most 6 meetings: one page holds no more.")},
        Kind{"places", &Handout::places, is_number,
             phrase("Choose at most 6 places of help: one page holds no more.")},
        Kind{"lines", &Handout::lines, is_name,
             phrase("Choose at most 6 lines: one page holds no more.")},
        Kind{"articles", &Handout::articles, is_name,
             phrase("Choose at most 6 articles: one page holds no more.")}};
    return all;
}

// The first thing that is wrong is told.
void note(std::optional<Error>& wrong, std::string_view field, const Phrase& said) {
    if (!wrong) wrong = Error{ErrorKind::invalid_input, std::string{field}, said.text};
}

}  // namespace

HandoutAsked read_handout(const http::Request& request) {
    HandoutAsked asked;
    for (const auto& kind : kinds()) {
        Ids& ids = asked.picked.*kind.ids;
        for (const auto list : request.params(kind.name)) {
            for (const auto part : split(list, ',')) {
                const auto id = trimmed(part);
                if (id.empty() || std::ranges::find(ids, id) != ids.end()) continue;
                if (!kind.is_id(id)) {
                    note(asked.wrong, kind.name,
                         phrase("This address is not whole. Choose again below."));
                } else if (ids.size() < kReadMax) {
                    ids.emplace_back(id);
                }
            }
        }
        if (ids.size() > kHandoutMax) note(asked.wrong, kind.name, kind.too_many);
    }
    return asked;
}

Picked look_up(const Visit& visit, const Handout& handout) {
    Picked picked;
    const auto take = [&](auto& list, auto found) {
        found == nullptr ? void(++picked.gone) : list.push_back(std::move(found));
    };
    const auto number = [](const std::string& id) {
        return parse_number<std::int64_t>(id).value_or(0);
    };
    for (const auto& id : handout.meetings)
        take(picked.meetings, visit.directory->meeting(directory::MeetingId{number(id)}));
    for (const auto& id : handout.places) {
        take(picked.places,
             visit.directory->facilities().facility(directory::FacilityId{number(id)}));
    }
    for (const auto& id : handout.lines)
        take(picked.lines, visit.site.helplines.line(id));
    for (const auto& id : handout.articles)
        take(picked.articles, article_of(visit, id));
    return picked;
}

std::string gone_words(const Visit& visit, const Picked& picked) {
    if (picked.gone == 0) return {};
    return visit.speak.say(locale::counted(
        picked.gone, phrase("1 thing that was chosen is no longer listed."),
        phrase("{count} things that were chosen are no longer listed.", {{"count", picked.gone}})));
}

std::string handout_address(std::string_view page, const Handout& handout,
                            const http::Fields& more) {
    std::string address{page};
    char separator = '?';
    const auto add = [&](std::string_view name, const std::string& value) {
        address.append(1, std::exchange(separator, '&')).append(name).append("=").append(value);
    };
    for (const auto& kind : kinds()) {
        const Ids& ids = handout.*kind.ids;
        if (!ids.empty()) add(kind.name, joined(ids, ","));
    }
    for (const auto& [name, value] : more) {
        if (!value.empty()) add(name, http::url_encode(value));
    }
    return address;
}

std::string_view sheet_size(const Visit& visit) {
    const auto asked = visit.param("size");
    if (asked == "a4") return "a4";
    return asked == "letter" ? "letter" : usual_sheet(visit);
}

}  // namespace waymark::web
