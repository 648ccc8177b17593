#include "exchange/facility_fields.h"

#include <algorithm>
#include <utility>

#include "core/text.h"
#include "exchange/site_key.h"
#include "exchange/whereabouts.h"

namespace waymark::exchange {
namespace {

constexpr std::size_t kZipLength = 5;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, is_digit);
}

// Where an extension's word begins: "540-217-6366 x110", "… ext. 7"; npos: nowhere.
std::size_t extension_begin(std::string_view number) {
    const auto lower = ascii_lower(number);
    for (const std::string_view mark : {"extension", "ext", "x"}) {
        const auto at = lower.rfind(mark);
        if (at == std::string::npos || !has_digit(lower.substr(0, at))) continue;
        const auto after = std::string_view{lower}.substr(at + mark.size());
        const bool is_number =
            has_digit(after) && std::ranges::all_of(after, [](char c) {
                return is_digit(c) || c == ' ' || c == '.' || c == ':' || c == '#';
            });
        if (is_number) return at;
    }
    return std::string::npos;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
    return digits;
}

}  // namespace

void add_phone(directory::Facility& facility, std::string_view number, std::string_view kind) {
    number = trimmed(number);
    if (!has_digit(number)) return;
    directory::FacilityPhone phone{.number = std::string{number}, .kind = std::string{kind}};
    if (const auto at = extension_begin(number); at != std::string::npos) {
        auto main = trimmed(number.substr(0, at));
        while (main.ends_with(',') || main.ends_with(';') || main.ends_with('('))
            main = trimmed(main.substr(0, main.size() - 1));
        phone.extension = digits_of(number.substr(at));
        phone.number = main;
    }
    if (std::ranges::find(facility.phones, phone) == facility.phones.end())
        facility.phones.push_back(std::move(phone));
}

std::string joined_street(std::string_view first, std::string_view second) {
    std::string street{first};
    if (!first.empty() && !second.empty()) street += ", ";
    return street.append(second);
}

std::string zip_of(std::string_view text) {
    auto zip = trimmed(text);
    if (zip.ends_with(".0")) zip.remove_suffix(2);
    const bool is_number = zip.size() >= 3 && std::ranges::all_of(zip, is_digit);
    if (!is_number) return std::string{trimmed(text)};
    const auto zeros = zip.size() < kZipLength ? kZipLength - zip.size() : 0;
    return std::string(zeros, '0').append(zip);
}

std::string single_spaced(std::string_view text) {
    std::string out;
    for (const char c : trimmed(text)) {
        const bool is_space = c == ' ' || c == '\t' || c == '\n';
        if (is_space && out.ends_with(' ')) continue;
        out.push_back(is_space ? ' ' : c);
    }
    return out;
}

void add_once(std::vector<std::string>& list, std::string_view item) {
    if (item.empty() || std::ranges::find(list, item) != list.end()) return;
    list.emplace_back(item);
}

void add_term(directory::Facility& facility, directory::Attribute attribute) {
    if (std::ranges::find(facility.attributes, attribute) == facility.attributes.end())
        facility.attributes.push_back(std::move(attribute));
}

void add_terms(directory::Facility& facility, std::vector<directory::Attribute> attributes) {
    for (auto& attribute : attributes)
        add_term(facility, std::move(attribute));
}

void complete(directory::Facility& facility, directory::GeoPrecision given,
              const Defaults& defaults) {
    for (auto* name : {&facility.name, &facility.program, &facility.organization.name})
        *name = single_spaced(*name);
    if (facility.organization.name.empty()) facility.organization.name = facility.name;
    if (facility.provenances.empty()) facility.provenances.emplace_back();
    if (facility.has_place) settle_whereabouts(facility, given, defaults);
    settle_ids(facility, defaults.source);
}

}  // namespace waymark::exchange
