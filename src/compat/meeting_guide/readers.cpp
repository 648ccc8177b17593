#include "compat/meeting_guide/readers.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "core/text.h"
#include "exchange/links.h"

namespace waymark::compat::meeting_guide {
namespace {

using directory::Meeting;
using directory::VenueKind;

constexpr std::size_t kPhoneDigitsMin = 10;
constexpr std::size_t kPayPalMax = 20;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Removes the member and gives its text; empty when it was not there.
std::string taken(json::Value& record, std::string_view key) {
    std::string text{record.text_or(key)};
    std::erase_if(*record.members(), [&](const auto& member) { return member.first == key; });
    return text;
}

void put(json::Value& record, std::string_view key, std::string text) {
    taken(record, key);
    record.set(std::string{key}, std::move(text));
}

void add_to_notes(json::Value& record, const std::string& text) {
    const auto notes = taken(record, "notes");
    record.set("notes", notes.empty() ? text : notes + "\n" + text);
}

void settle_address(json::Value& record, const Meeting& meeting) {
    constexpr std::array<std::string_view, 6> kParts{
        "formatted_address", "address", "city", "state", "postal_code", "country"};
    const bool has_any = std::ranges::any_of(
        kParts, [&](std::string_view part) { return !record.text_or(part).empty(); });
    if (has_any) return;
    std::vector<std::string> parts{meeting.regions.rbegin(), meeting.regions.rend()};
    if (parts.empty()) parts.emplace_back("Online");
    record.set("formatted_address", joined(parts, ", "));
}

void settle_door(json::Value& record, const Meeting& meeting) {
    const bool has_door = directory::can_walk_in(meeting.venue.usual) ||
                          meeting.venue.usual == VenueKind::temporarily_online;
    const bool is_somewhere =
        meeting.place.point || !meeting.place.street.empty() || !meeting.place.address.empty();
    const bool is_exact = has_door && is_somewhere && !meeting.place.is_approximate;
    put(record, "approximate", is_exact ? "no" : "yes");
}

void settle_way_in(json::Value& record) {
    const std::string link{record.text_or("conference_url")};
    if (!link.empty() && !exchange::is_conference(link)) {
        taken(record, "conference_url");
        if (record.text_or("url").empty())
            put(record, "url", link);
        else
            add_to_notes(record, link);
    }
    const std::string phone{record.text_or("conference_phone")};
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(
        phone, [](char c) { return is_digit(c) || c == '+' || c == ',' || c == '#'; }));
    if (!phone.empty() && digits < kPhoneDigitsMin) {
        add_to_notes(record, taken(record, "conference_phone"));
    }
}

void settle_giving(json::Value& record) {
    const std::string paypal{record.text_or("paypal")};
    const bool is_plain =
        paypal.size() <= kPayPalMax && std::ranges::all_of(paypal, is_letter_or_digit);
    if (!is_plain) taken(record, "paypal");
    if (!record.text_or("venmo").starts_with('@')) taken(record, "venmo");
    if (!record.text_or("square").starts_with('$')) taken(record, "square");
}

}  // namespace

std::vector<Meeting> one_a_day(const Meeting& meeting) {
    std::vector<Meeting> each;
    for (unsigned day = 0; day < 7; ++day) {
        const std::chrono::weekday weekday{day};
        if (!meeting.schedule.days.has(weekday)) continue;
        auto& one = each.emplace_back(meeting);
        one.schedule.days = {};
        one.schedule.days.add(weekday);
        one.source_key += "-" + std::to_string(day);
    }
    if (each.size() < 2) return {meeting};
    return each;
}

void make_readable(json::Value& record, const Meeting& meeting) {
    settle_address(record, meeting);
    settle_door(record, meeting);
    settle_way_in(record);
    settle_giving(record);
}

}  // namespace waymark::compat::meeting_guide
