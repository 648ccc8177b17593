#include "storage/meeting_record.h"

#include <array>

#include "core/text.h"
#include "json/parse.h"
#include "storage/directory_codec.h"
#include "storage/place_codec.h"
#include "storage/record_fields.h"

namespace waymark::storage {

using directory::Contact;
using directory::Contributions;
using directory::Entity;
using directory::Freshness;
using directory::MedicationFact;
using directory::Meeting;
using directory::Online;
using directory::Recurrence;
using directory::Schedule;
using directory::Venue;
using directory::VenueSpell;

constexpr std::array kRecurrenceFields{
    field<&Recurrence::kind>("kind"),     field<&Recurrence::n>("n"),
    field<&Recurrence::anchor>("anchor"), field<&Recurrence::from>("from"),
    field<&Recurrence::until>("until"),   field<&Recurrence::closed>("closed"),
};
template <>
struct Codec<Recurrence> : FieldsCodec<Recurrence, kRecurrenceFields> {};

constexpr std::array kScheduleFields{
    field<&Schedule::days>("days"),
    field<&Schedule::start>("start"),
    field<&Schedule::length>("length"),
    field<&Schedule::zone>("zone"),
    field<&Schedule::recurrence>("recurrence"),
};
template <>
struct Codec<Schedule> : FieldsCodec<Schedule, kScheduleFields> {};

constexpr std::array kVenueSpellFields{
    field<&VenueSpell::kind>("kind"),
    field<&VenueSpell::from>("from"),
    field<&VenueSpell::until>("until"),
};
template <>
struct Codec<VenueSpell> : FieldsCodec<VenueSpell, kVenueSpellFields> {};

constexpr std::array kVenueFields{
    field<&Venue::usual>("usual"),
    field<&Venue::spells>("spells"),
};
template <>
struct Codec<Venue> : FieldsCodec<Venue, kVenueFields> {};

constexpr std::array kOnlineFields{
    field<&Online::url>("url"),
    field<&Online::url_notes>("url_notes"),
    field<&Online::phone>("phone"),
    field<&Online::phone_notes>("phone_notes"),
    field<&Online::meeting_number>("meeting_number"),
    field<&Online::passcode>("passcode"),
};
template <>
struct Codec<Online> : FieldsCodec<Online, kOnlineFields> {};

constexpr std::array kMedicationFields{
    field<&MedicationFact::attitude>("attitude"),
    field<&MedicationFact::source>("source"),
    field<&MedicationFact::said_on>("said_on"),
};
template <>
struct Codec<MedicationFact> : FieldsCodec<MedicationFact, kMedicationFields> {};

constexpr std::array kContactFields{
    field<&Contact::name>("name"),
    field<&Contact::phone>("phone"),
    field<&Contact::email>("email"),
};
template <>
struct Codec<Contact> : FieldsCodec<Contact, kContactFields> {};

constexpr std::array kEntityFields{
    field<&Entity::name>("name"),   field<&Entity::email>("email"),
    field<&Entity::phone>("phone"), field<&Entity::location>("location"),
    field<&Entity::logo>("logo"),   field<&Entity::url>("url"),
};
template <>
struct Codec<Entity> : FieldsCodec<Entity, kEntityFields> {};

constexpr std::array kContributionsFields{
    field<&Contributions::venmo>("venmo"),
    field<&Contributions::paypal>("paypal"),
    field<&Contributions::square>("square"),
};
template <>
struct Codec<Contributions> : FieldsCodec<Contributions, kContributionsFields> {};

constexpr std::array kFreshnessFields{
    field<&Freshness::updated>("updated"),
    field<&Freshness::last_confirmed_at>("last_confirmed_at"),
    field<&Freshness::confirmed_by>("confirmed_by"),
    field<&Freshness::confirmed_how>("confirmed_how"),
};
template <>
struct Codec<Freshness> : FieldsCodec<Freshness, kFreshnessFields> {};

constexpr std::array kMeetingFields{
    field<&Meeting::name>("name"),
    field<&Meeting::group>("group"),
    field<&Meeting::group_notes>("group_notes"),
    field<&Meeting::fellowship>("fellowship"),
    field<&Meeting::schedule>("schedule"),
    field<&Meeting::venue>("venue"),
    field<&Meeting::place>("place"),
    field<&Meeting::online>("online"),
    field<&Meeting::features>("features"),
    field<&Meeting::languages>("languages"),
    field<&Meeting::medication>("medication"),
    field<&Meeting::codes>("codes"),
    field<&Meeting::notes>("notes"),
    field<&Meeting::regions>("regions"),
    field<&Meeting::service_body>("service_body"),
    field<&Meeting::world_id>("world_id"),
    field<&Meeting::website>("website"),
    field<&Meeting::email>("email"),
    field<&Meeting::phone>("phone"),
    field<&Meeting::edit_url>("edit_url"),
    field<&Meeting::feedback_url>("feedback_url"),
    field<&Meeting::feedback_emails>("feedback_emails"),
    field<&Meeting::contacts>("contacts"),
    field<&Meeting::contributions>("contributions"),
    field<&Meeting::entity>("entity"),
    field<&Meeting::freshness>("freshness"),
    field<&Meeting::is_published>("is_published"),
    field<&Meeting::residue>("residue"),
};
using MeetingCodec = FieldsCodec<Meeting, kMeetingFields>;

constexpr std::size_t kUsualRecordBytes = 2048;

std::string meeting_record(const Meeting& meeting) {
    std::string record;
    record.reserve(kUsualRecordBytes);
    json::Writer out(record);
    MeetingCodec::write(out, meeting);
    return record;
}

bool is_sure_to_be_read(const Meeting& meeting, std::string_view record) {
    return record.size() <= json::Limits{}.string_bytes && MeetingCodec::is_sure(meeting) &&
           is_utf8(record);
}

Result<Meeting> meeting_of_record(std::string_view record) {
    auto value = TRY(json::parse(record));
    Meeting meeting;
    if (!MeetingCodec::read(value, meeting)) {
        return fail(ErrorKind::unreadable, "A stored meeting cannot be read.");
    }
    return meeting;
}

}  // namespace waymark::storage
