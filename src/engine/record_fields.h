// Every field of a meeting, once, in the order of its record: what writes a
// record and what reads it both go through here, so neither can forget one.
//
// A visitor has a function for each kind of field:
//   number(x, usual)  an integer, bool, enum or set of bits; left out when usual
//   maybe(x)          the same, or nothing
//   text(x)           anything somebody wrote
//   key(x)            a text that no other record has
//   term(x)           a text that many records share
//   terms(x)          a list of those
//   list(x, visit)    a list of anything, each visited with `visit(visitor, item)`
//   zone(x), point(x)
#pragma once

#include "directory/meeting.h"

namespace waymark::engine {

// How much of a record is read: what stands later costs nothing. Each takes in
// those before it.
enum class UpTo : std::uint8_t {
    heading,  // Ids, name, group, schedule, venue, features, languages, medication, freshness.
    place,
    online,
    everything,
};

template <class Visitor, class Schedule>
void visit_schedule(Visitor& visitor, Schedule& schedule) {
    using directory::Recurrence;
    visitor.number(schedule.days, directory::WeekdaySet{});
    visitor.number(schedule.start, std::chrono::minutes{});
    visitor.maybe(schedule.length);
    visitor.zone(schedule.zone);
    auto& rule = schedule.recurrence;
    visitor.number(rule.kind, Recurrence::Kind::weekly);
    visitor.number(rule.n, 1);
    visitor.maybe(rule.anchor);
    visitor.maybe(rule.from);
    visitor.maybe(rule.until);
    visitor.list(rule.closed, [](auto& each, auto& date) { each.number(date, Date{}); });
}

template <class Visitor, class Venue>
void visit_venue(Visitor& visitor, Venue& venue) {
    visitor.number(venue.usual, directory::VenueKind::in_person);
    visitor.list(venue.spells, [](auto& each, auto& spell) {
        each.number(spell.kind, directory::VenueKind::in_person);
        each.maybe(spell.from);
        each.maybe(spell.until);
    });
}

template <class Visitor, class MeetingId>
void visit_id(Visitor& visitor, MeetingId& id) {
    visitor.number(id.value, std::int64_t{0});
}

template <class Visitor, class Meeting>
void visit_when(Visitor& visitor, Meeting& meeting) {
    visit_id(visitor, meeting.id);
    visit_schedule(visitor, meeting.schedule);
    visit_venue(visitor, meeting.venue);
}

template <class Visitor, class Meeting>
void visit_heading(Visitor& visitor, Meeting& meeting) {
    visit_when(visitor, meeting);
    visitor.number(meeting.source.value, std::int64_t{0});
    visitor.number(meeting.fellowship, directory::Fellowship::unknown);
    visitor.number(meeting.features, directory::FeatureSet{});
    visitor.terms(meeting.languages);
    visitor.number(meeting.medication.attitude, directory::MedicationFact::Attitude::unknown);
    visitor.term(meeting.medication.source);
    visitor.maybe(meeting.medication.said_on);
    visitor.maybe(meeting.freshness.updated);
    visitor.maybe(meeting.freshness.last_confirmed_at);
    visitor.term(meeting.freshness.confirmed_by);
    visitor.term(meeting.freshness.confirmed_how);
    visitor.maybe(meeting.modified);
    visitor.number(meeting.is_published, true);
    visitor.key(meeting.source_key);
    visitor.text(meeting.name);
    visitor.text(meeting.group);
    visitor.text(meeting.group_notes);
    visitor.text(meeting.world_id);
}

template <class Visitor, class Place>
void visit_place(Visitor& visitor, Place& place) {
    visitor.point(place.point);
    visitor.number(place.is_approximate, false);
    visitor.text(place.name);
    visitor.text(place.address);
    visitor.text(place.street);
    visitor.term(place.borough);
    visitor.term(place.neighborhood);
    visitor.term(place.town);
    visitor.term(place.county);
    visitor.term(place.state);
    visitor.term(place.postcode);
    visitor.term(place.country);
    visitor.text(place.notes);
    visitor.text(place.transit);
}

template <class Visitor, class Online>
void visit_online(Visitor& visitor, Online& online) {
    visitor.text(online.url);
    visitor.text(online.url_notes);
    visitor.text(online.phone);
    visitor.text(online.phone_notes);
    visitor.text(online.meeting_number);
    visitor.number(online.passcode, directory::Online::Passcode::unknown);
}

template <class Visitor, class Meeting>
void visit_rest(Visitor& visitor, Meeting& meeting) {
    visitor.terms(meeting.codes);
    visitor.text(meeting.notes);
    visitor.terms(meeting.regions);
    visitor.term(meeting.service_body);
    visitor.text(meeting.website);
    visitor.text(meeting.email);
    visitor.text(meeting.phone);
    visitor.text(meeting.edit_url);
    visitor.text(meeting.feedback_url);
    visitor.terms(meeting.feedback_emails);
    visitor.list(meeting.contacts, [](auto& each, auto& contact) {
        each.text(contact.name);
        each.text(contact.phone);
        each.text(contact.email);
    });
    visitor.text(meeting.contributions.venmo);
    visitor.text(meeting.contributions.paypal);
    visitor.text(meeting.contributions.square);
    visitor.term(meeting.entity.name);
    visitor.term(meeting.entity.email);
    visitor.term(meeting.entity.phone);
    visitor.term(meeting.entity.location);
    visitor.term(meeting.entity.logo);
    visitor.term(meeting.entity.url);
    visitor.list(meeting.residue, [](auto& each, auto& field) {
        each.term(field.first);
        each.text(field.second);
    });
}

template <class Visitor, class Meeting>
void visit_record(Visitor& visitor, Meeting& meeting, UpTo up_to = UpTo::everything) {
    visit_heading(visitor, meeting);
    if (up_to == UpTo::heading) return;
    visit_place(visitor, meeting.place);
    if (up_to == UpTo::place) return;
    visit_online(visitor, meeting.online);
    if (up_to == UpTo::online) return;
    visit_rest(visitor, meeting);
}

}  // namespace waymark::engine
