#include "importers/review/contacts.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/text.h"
#include "directory/phone_number.h"
#include "directory/premium_number.h"
#include "exchange/links.h"

namespace waymark::importers {
namespace {

using directory::Facility;
using directory::Meeting;

void add_phone(std::vector<std::string>& phones, std::string_view written,
               std::string_view country) {
    if (trimmed(written).empty()) return;
    auto number = directory::read_phone_number(written, country);
    phones.push_back(number ? std::move(number->key) : fold(written));
}

void add_link(std::vector<std::string>& hosts, std::string_view link) {
    if (link.empty()) return;
    auto host = exchange::host_of(link);
    if (exchange::is_conference(link)) {
        const auto path = link.find('/', link.find("://") + 3);
        if (path != std::string_view::npos)
            host += link.substr(path, link.find_first_of("?#", path) - path);
    } else if (host.starts_with("www.")) {
        host.erase(0, 4);
    }
    hosts.push_back(std::move(host));
}

void add_account(std::vector<std::string>& hosts, std::string_view who, std::string_view account) {
    if (!account.empty()) hosts.push_back(std::string{who} + "/" + ascii_lower(account));
}

void settle(std::vector<std::string>& list) {
    std::ranges::sort(list);
    list.erase(std::ranges::unique(list).begin(), list.end());
}

Contacts settled(Contacts contacts) {
    settle(contacts.phones);
    settle(contacts.hosts);
    return contacts;
}

}  // namespace

Contacts contacts_of(const Meeting& meeting) {
    Contacts contacts;
    const auto country = country_dialled_in(meeting.place, &meeting.schedule.zone);
    for (const auto* phone : {&meeting.phone, &meeting.online.phone, &meeting.entity.phone})
        add_phone(contacts.phones, *phone, country);
    for (const auto* link : {&meeting.website, &meeting.online.url, &meeting.entity.url})
        add_link(contacts.hosts, *link);
    const auto& gifts = meeting.contributions;
    add_account(contacts.hosts, "venmo", gifts.venmo);
    add_account(contacts.hosts, "paypal", gifts.paypal);
    add_account(contacts.hosts, "square", gifts.square);
    return settled(std::move(contacts));
}

Contacts contacts_of(const Facility& facility) {
    Contacts contacts;
    const auto* zone = facility.hours.zone ? &*facility.hours.zone : nullptr;
    const auto country = country_dialled_in(facility.place, zone);
    for (const auto& phone : facility.phones)
        add_phone(contacts.phones, phone.number, country);
    for (const auto* link : {&facility.website, &facility.organization.website})
        add_link(contacts.hosts, *link);
    return settled(std::move(contacts));
}

std::string address_key(const directory::Place& place) {
    constexpr std::size_t kZipDigits = 5;
    const auto& street = place.street.empty() ? place.address : place.street;
    const auto postcode = fold(place.postcode).substr(0, kZipDigits);
    return fold(street + " " + (postcode.empty() ? place.town : postcode));
}

}  // namespace waymark::importers
