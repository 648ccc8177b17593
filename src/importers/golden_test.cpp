// The meetings of the golden feeds (golden_test.h).

#include "importers/golden_test.h"

#include "core/time.h"
#include "testing/listings.h"

namespace waymark::importers {
namespace {

using directory::Meeting;

void tell_schedule(Told& told, const directory::Schedule& schedule) {
    std::vector<std::string> days;
    for (unsigned i = 0; i < 7; ++i) {
        if (schedule.days.has(std::chrono::weekday{i})) days.push_back(std::to_string(i));
    }
    told.list("days", days);
    if (!days.empty()) told.text("start", format_time_of_day(schedule.start));
    if (schedule.length) told.set("minutes", std::int64_t{schedule.length->count()});
    told.text("zone", std::string{schedule.zone.name()});
}

void tell_place(Told& told, const directory::Place& place) {
    told.text("place", place.name).text("address", place.address).text("street", place.street);
    told.text("borough", place.borough).text("neighborhood", place.neighborhood);
    told.text("town", place.town).text("county", place.county).text("state", place.state);
    told.text("postcode", place.postcode).text("country", place.country);
    told.text("place_notes", place.notes).text("transit", place.transit);
    if (!place.point) return;
    // A point that we found ourselves moves when the tables of places do.
    if (place.is_approximate)
        told.set("approximate", true);
    else
        told.set("latitude", place.point->latitude).set("longitude", place.point->longitude);
}

void tell_online(Told& told, const directory::Online& online) {
    told.text("url", online.url).text("url_notes", online.url_notes);
    told.text("phone", online.phone).text("phone_notes", online.phone_notes);
}

void tell_people(Told& told, const Meeting& meeting) {
    told.text("group", meeting.group).text("group_notes", meeting.group_notes);
    told.text("website", meeting.website).text("email", meeting.email);
    told.text("group_phone", meeting.phone).text("feedback_url", meeting.feedback_url);
    told.list("feedback_emails", meeting.feedback_emails);
    std::vector<std::string> contacts;
    for (const auto& contact : meeting.contacts) {
        contacts.push_back(contact.name + "|" + contact.phone + "|" + contact.email);
    }
    told.list("contacts", contacts);
    told.text("venmo", meeting.contributions.venmo).text("paypal", meeting.contributions.paypal);
    told.text("square", meeting.contributions.square).text("entity", meeting.entity.name);
}

json::Value told_of(const Meeting& meeting) {
    Told told;
    told.text("key", meeting.source_key).text("name", meeting.name);
    told.text("fellowship", std::string{info(meeting.fellowship).code});
    told.text("venue", std::string{code_of(meeting.venue.usual)});
    tell_schedule(told, meeting.schedule);
    tell_place(told, meeting.place);
    tell_online(told, meeting.online);
    std::vector<std::string> features;
    for (const auto& info : directory::features()) {
        if (meeting.features.has(info.feature)) features.emplace_back(info.code);
    }
    told.list("features", features).list("languages", meeting.languages);
    told.list("codes", meeting.codes).list("regions", meeting.regions).text("notes", meeting.notes);
    tell_people(told, meeting);
    told.text("service_body", meeting.service_body).text("world_id", meeting.world_id);
    if (meeting.freshness.updated) told.text("updated", format_instant(*meeting.freshness.updated));
    if (!meeting.is_published) told.set("published", false);
    return told.take();
}

class GoldenImport : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenImport, GivesTheReportAndTheMeetings) {
    const auto folder = kGoldenFolder / GetParam();
    testing::MemoryStore store;
    if (!imported(folder, store)) return;
    auto meetings = store.meetings();
    std::ranges::sort(meetings, {}, &Meeting::source_key);
    auto told = json::Value::array();
    for (const auto& meeting : meetings)
        told.push(told_of(meeting));
    expect_file(folder / "meetings.json", told);
}

TEST_P(GoldenImport, LosesNothingWhenItIsPacked) {
    testing::MemoryStore store;
    if (!imported(kGoldenFolder / GetParam(), store)) return;
    const auto meetings = store.meetings();
    const auto packed = testing::listings_of(meetings);
    ASSERT_EQ(packed.size(), meetings.size());
    for (std::size_t row = 0; row < packed.size(); ++row)
        EXPECT_EQ(packed[row], meetings[row]) << meetings[row].source_key;
}

INSTANTIATE_TEST_SUITE_P(Folders, GoldenImport, ::testing::ValuesIn(cases(Holds::meetings)),
                         folder_name);

}  // namespace
}  // namespace waymark::importers
