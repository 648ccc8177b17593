#include "exchange/calendar_lines.h"

#include <fmt/format.h>

#include <utility>

namespace waymark::exchange {
namespace {

constexpr std::size_t kLineOctets = 75;

bool is_inside_a_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

void CalendarLines::raw(std::string_view name, std::string_view value) {
    fold(std::string{name} + ':' + std::string{value});
}

void CalendarLines::text(std::string_view name, std::string_view value) {
    std::string escaped;
    for (const char c : value) {
        if (c == '\\' || c == ';' || c == ',') {
            escaped += '\\';
            escaped += c;
        } else if (c == '\n') {
            escaped += "\\n";
        } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
            escaped += c;
        }
    }
    raw(name, escaped);
}

// Lines after the first begin with a space, which counts (§3.1).
void CalendarLines::fold(std::string_view line) {
    std::size_t room = kLineOctets;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 1 && is_inside_a_character(line[cut]))
            --cut;
        out_.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = kLineOctets - 1;
    }
    out_.append(line).append("\r\n");
}

std::string calendar_local(LocalSeconds local) {
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const Date date{day};
    const std::chrono::hh_mm_ss time{local - day};
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::string calendar_utc(Instant instant) {
    return calendar_local(LocalSeconds{instant.time_since_epoch()}) + "Z";
}

std::string calendar_offset(std::chrono::seconds offset) {
    const std::chrono::hh_mm_ss time{std::chrono::abs(offset)};
    const char sign = offset.count() < 0 ? '-' : '+';
    const auto text =
        fmt::format("{}{:02}{:02}", sign, time.hours().count(), time.minutes().count());
    if (time.seconds().count() == 0) return text;
    return text + fmt::format("{:02}", time.seconds().count());
}

}  // namespace waymark::exchange
