// Calendars, told as a schedule and the lines that come of it.

#include "exchange/calendar.h"

#include <gmock/gmock.h>

namespace waymark::exchange {
namespace {

using directory::Meeting;
using directory::Recurrence;
using directory::VenueKind;
using std::chrono::hours;
using std::chrono::minutes;
using testing::HasSubstr;
using testing::Not;

// Saturday, 21 November 2026, 18:00 in Philadelphia.
const Instant kNow = parse_instant("2026-11-21T23:00:00Z").value();

Date day(std::string_view text) {
    return parse_date(text).value();
}

Meeting meeting() {
    Meeting m;
    m.id = {7};
    m.name = "Keep It Simple";
    m.schedule.days.add(std::chrono::Monday);
    m.schedule.start = hours{19} + minutes{30};
    m.schedule.zone = Zone::named("America/New_York").value();
    m.venue.usual = VenueKind::in_person;
    m.place.name = "Grace Church";
    m.place.street = "12 Main St";
    m.place.town = "Philadelphia";
    return m;
}

std::string calendar(const Meeting& m, const std::string& title = "") {
    const auto one = std::make_shared<const Meeting>(m);
    const CalendarOptions options{.name = "Waymark",
                                  .title = title,
                                  .host = "help.example",
                                  .now = kNow,
                                  .page = [](const Meeting& of) {
                                      return "https://help.example/meetings/" +
                                             std::to_string(of.id.value);
                                  }};
    return write_calendar({&one, 1}, options);
}

TEST(Calendar, RepeatsOnTheClockOfTheMeetingsZone) {
    const auto text = calendar(meeting());
    EXPECT_THAT(text, HasSubstr("\r\nDTSTART;TZID=America/New_York:20261123T193000\r\n"));
    EXPECT_THAT(text, HasSubstr("\r\nDTEND;TZID=America/New_York:20261123T203000\r\n"));
    EXPECT_THAT(text, HasSubstr("\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\n"));
    EXPECT_THAT(text, HasSubstr("\r\nUID:meeting-7@help.example\r\n"));
    EXPECT_THAT(text, HasSubstr("\r\nLOCATION:Grace Church\\, 12 Main St\\, Philadelphia\r\n"));
    EXPECT_THAT(text, HasSubstr("\r\nURL:https://help.example/meetings/7\r\n"));
    EXPECT_THAT(text, HasSubstr("\r\nTZID:America/New_York\r\n"));
}

TEST(Calendar, KnowsEveryRuleThatGroupsMeetBy) {
    auto m = meeting();
    m.schedule.recurrence = {
        .kind = Recurrence::Kind::every_n_weeks, .n = 2, .anchor = day("2026-11-16")};
    EXPECT_THAT(calendar(m), HasSubstr("DTSTART;TZID=America/New_York:20261130T193000"));
    EXPECT_THAT(calendar(m), HasSubstr("RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO\r\n"));
    m.schedule.recurrence = {.kind = Recurrence::Kind::nth_of_month, .n = -1};
    EXPECT_THAT(calendar(m), HasSubstr("RRULE:FREQ=MONTHLY;BYDAY=-1MO\r\n"));
    m.schedule.recurrence = {.until = day("2026-12-14")};
    EXPECT_THAT(calendar(m), HasSubstr("RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261215T003000Z\r\n"));
}

TEST(Calendar, LeavesOutTheDaysItDoesNotMeet) {
    auto m = meeting();
    m.schedule.recurrence.closed = {day("2026-11-23"), day("2026-12-28")};
    m.venue.spells = {
        {.kind = VenueKind::suspended, .from = day("2027-01-01"), .until = day("2027-01-11")}};
    const auto text = calendar(m);
    EXPECT_THAT(text, HasSubstr("DTSTART;TZID=America/New_York:20261130T193000\r\n"));
    EXPECT_THAT(text, HasSubstr("EXDATE;TZID=America/New_York:20261228T193000\r\n"));
    EXPECT_THAT(text, HasSubstr("EXDATE;TZID=America/New_York:20270104T193000\r\n"));
    EXPECT_THAT(text, HasSubstr("EXDATE;TZID=America/New_York:20270111T193000\r\n"));
    EXPECT_THAT(text, Not(HasSubstr("20270118")));
}

TEST(Calendar, EndsAfterMidnightOnTheNextDay) {
    auto m = meeting();
    m.schedule.start = hours{23} + minutes{30};
    m.schedule.length = minutes{90};
    EXPECT_THAT(calendar(m), HasSubstr("DTEND;TZID=America/New_York:20261124T010000\r\n"));
    // Midnight at the end of Monday is Tuesday's first minute, every Tuesday.
    m.schedule.start = hours{24};
    EXPECT_THAT(calendar(m), HasSubstr("DTSTART;TZID=America/New_York:20261124T000000\r\n"));
    EXPECT_THAT(calendar(m), HasSubstr("RRULE:FREQ=WEEKLY;BYDAY=TU\r\n"));
}

TEST(Calendar, SaysNothingOfTheMeetingWhenAskedTo) {
    const auto text = calendar(meeting(), "Appointment");
    EXPECT_THAT(text, HasSubstr("SUMMARY:Appointment\r\n"));
    EXPECT_THAT(text, HasSubstr("LOCATION:12 Main St\\, Philadelphia\r\n"));
    EXPECT_THAT(text, Not(HasSubstr("Keep It Simple")));
    EXPECT_THAT(text, Not(HasSubstr("Grace Church")));
    EXPECT_THAT(text, Not(HasSubstr("meeting")));
}

TEST(Calendar, HoldsNoMeetingThatHasNoTime) {
    auto m = meeting();
    m.schedule.days = {};
    EXPECT_THAT(calendar(m), Not(HasSubstr("VEVENT")));
    m = meeting();
    m.venue.spells = {{.kind = VenueKind::suspended}};
    EXPECT_THAT(calendar(m), Not(HasSubstr("VEVENT")));
}

TEST(Calendar, EscapesAndFoldsWhatStrangersWrote) {
    auto m = meeting();
    m.name = "A; B, \\C\nEND:VEVENT\r\x01 " + std::string(40, 'x');
    for (int i = 0; i < 40; ++i)
        m.name += "é";
    const auto text = calendar(m);
    EXPECT_THAT(text, HasSubstr("SUMMARY:A\\; B\\, \\\\C\\nEND:VEVENT xxx"));
    std::size_t begin = 0;
    for (auto end = text.find("\r\n"); end != text.npos; end = text.find("\r\n", begin)) {
        const auto line = text.substr(begin, end - begin);
        EXPECT_LE(line.size(), 75U) << line;
        EXPECT_NE(static_cast<unsigned char>(line.back()), 0xC3U) << "cut inside a character";
        EXPECT_EQ(line.find('\n'), line.npos);
        begin = end + 2;
    }
    EXPECT_EQ(begin, text.size());
}

TEST(Calendar, GivesAZoneItsYearlyRules) {
    const auto york = write_timezone(Zone::named("America/New_York").value(), kNow);
    EXPECT_THAT(york, HasSubstr("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n"
                                "TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nTZNAME:EDT"));
    EXPECT_THAT(york, HasSubstr("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n"
                                "TZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nTZNAME:EST"));
    EXPECT_THAT(write_timezone(Zone::named("Europe/London").value(), kNow),
                HasSubstr("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"));
    // No change of clocks: one part, no rule.
    const auto phoenix = write_timezone(Zone::named("America/Phoenix").value(), kNow);
    EXPECT_THAT(phoenix, Not(HasSubstr("RRULE")));
    EXPECT_THAT(phoenix, HasSubstr("TZOFFSETTO:-0700"));
    // Ramadan moves Morocco's clocks by another calendar: day by day.
    const auto casablanca = write_timezone(Zone::named("Africa/Casablanca").value(), kNow);
    EXPECT_THAT(casablanca, Not(HasSubstr("RRULE")));
    EXPECT_THAT(casablanca, HasSubstr("RDATE:"));
}

}  // namespace
}  // namespace waymark::exchange
