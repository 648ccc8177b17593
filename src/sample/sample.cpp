#include "sample/sample.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"
#include "directory/fellowship.h"
#include "directory/source.h"
#include "json/write.h"
#include "sample/cities.h"
#include "sample/group.h"

namespace waymark::sample {
namespace {

constexpr std::size_t kPieceBytes = 64 * 1024;
constexpr std::chrono::minutes kDay = std::chrono::hours{24};

// "steady-path-philadelphia-17": its number makes it unique.
std::string slug_of(const Group& group, std::size_t number) {
    constexpr std::size_t kWordBytesMax = 50;
    std::string slug;
    for (const char c : fold(fmt::format("{} {}", group.name, group.city.name))) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_plain)
            slug.push_back(c);
        else if (c == ' ' && !slug.empty() && slug.back() != '-')
            slug.push_back('-');
    }
    slug.resize(std::min(slug.size(), kWordBytesMax));
    if (!slug.empty() && slug.back() != '-') slug.push_back('-');
    return slug.append(std::to_string(number));
}

std::string address_of(const Group& group) {
    const City& city = group.city;
    std::string address = group.street;
    for (const std::string_view part : {city.name, city.region_name, city.country_name}) {
        if (part.empty()) continue;
        if (!address.empty()) address.append(", ");
        address.append(part);
    }
    return address;
}

// "2026-10-30 18:04:05", in universal time as the specification has it.
std::string updated_text(Instant updated) {
    std::string text = format_instant(updated);
    text[text.find('T')] = ' ';
    text.pop_back();
    return text;
}

void write_place(json::Writer& row, const Group& group) {
    if (!group.location.empty()) row.key("location").string(group.location);
    row.key("formatted_address").string(address_of(group));
    row.key("region").string(group.city.region_name.empty() ? group.city.country_name
                                                            : group.city.region_name);
    row.key("sub_region").string(group.city.name);
    row.key("latitude").real(group.point.latitude);
    row.key("longitude").real(group.point.longitude);
    row.key("approximate").string(directory::can_walk_in(group.venue) ? "no" : "yes");
}

void write_online(json::Writer& row, const Group& group) {
    using directory::VenueKind;
    row.key("attendance_option");
    row.string(group.venue == VenueKind::in_person ? "in_person"
               : group.venue == VenueKind::online  ? "online"
                                                   : "hybrid");
    if (!group.online_url.empty()) row.key("conference_url").string(group.online_url);
    if (!group.online_phone.empty()) row.key("conference_phone").string(group.online_phone);
}

void write_row(std::string& out, const Group& group, const Session& session, std::size_t number,
               Instant updated) {
    const std::string slug = slug_of(group, number);
    const auto end = (session.start + session.length) % kDay;
    json::Writer row(out);
    row.begin_object();
    row.key("name").string(group.name);
    row.key("slug").string(slug);
    row.key("day").integer(session.day);
    row.key("time").string(format_time_of_day(session.start));
    row.key("end_time").string(format_time_of_day(end));
    row.key("timezone").string(group.city.zone.name());
    write_place(row, group);
    row.key("types").begin_array();
    for (const auto type : session.types)
        row.string(type);
    row.end_array();
    row.key("notes").string(group.notes);
    write_online(row, group);
    row.key("fellowship").string(directory::info(group.fellowship).code);
    row.key("url").string("https://example.org/meetings/" + slug);
    row.key("entity").string(directory::kFictionalEntity);
    row.key("updated").string(updated_text(updated));
    row.end_object();
}

}  // namespace

void write_sample(const SampleRequest& request, const std::function<void(std::string_view)>& take) {
    const Cities cities;
    Random random(request.seed);
    std::string piece = "[\n";
    std::size_t written = 0;
    for (std::size_t number = 1; written < request.count; ++number) {
        const Group group = draw_group(cities, number, random);
        for (const Session& session : group.sessions) {
            if (written == request.count) break;
            if (written > 0) piece.append(",\n");
            write_row(piece, group, session, ++written, request.as_of - group.age);
        }
        if (piece.size() < kPieceBytes) continue;
        take(piece);
        piece.clear();
    }
    piece.append("\n]\n");
    take(piece);
}

std::string sample_feed(std::size_t count, std::uint64_t seed) {
    std::string feed;
    write_sample({.count = count, .seed = seed},
                 [&](std::string_view piece) { feed.append(piece); });
    return feed;
}

}  // namespace waymark::sample
