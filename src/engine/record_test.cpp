// A meeting's record gives back what went in, whatever it is, and is small.

#include "engine/record.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <string>
#include <vector>

#include "core/random.h"
#include "engine/bytes.h"

namespace waymark::engine {
namespace {

using directory::Feature;
using directory::Fellowship;
using directory::MedicationFact;
using directory::Meeting;
using directory::Online;
using directory::Recurrence;
using directory::VenueKind;
using directory::WeekdaySet;
using std::chrono::minutes;

Date day(int year, unsigned month, unsigned of_month) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of_month};
}

Meeting after_packing(const Meeting& meeting) {
    RecordWriter writer;
    const auto begin = writer.add(meeting);
    writer.settle();
    return RecordReader{writer.arrays()}.read(begin);
}

directory::Schedule full_schedule() {
    return {.days = WeekdaySet::of_bits(0b1000001),
            .start = minutes{1140},
            .length = minutes{0},
            .zone = Zone::named("America/Sao_Paulo").value(),
            .recurrence = {.kind = Recurrence::Kind::nth_of_month,
                           .n = -1,
                           .anchor = day(2026, 1, 5),
                           .from = day(2026, 5, 1),
                           .until = day(2026, 9, 30),
                           .closed = {day(2026, 12, 24), day(2026, 2, 31)}}};
}

directory::Venue full_venue() {
    return {.usual = VenueKind::temporarily_online,
            .spells = {{VenueKind::suspended, day(2026, 7, 1), day(2026, 8, 31)},
                       {VenueKind::in_person, {}, {}}}};
}

directory::Place full_place() {
    return {.name = "Grace Church",
            .address = "1 Main St, Astoria",
            .street = "1 Main St",
            .borough = "Queens",
            .neighborhood = "Astoria",
            .town = "New York",
            .county = "Kings",
            .state = "NY",
            .postcode = "11102",
            .country = "US",
            .notes = "Side door, ring twice.",
            .transit = "N train",
            .point = GeoPoint{40, -73.923456789012},
            .is_approximate = true};
}

// Every field there is, none as it usually is.
Meeting full_meeting() {
    Meeting m{.id = {77}, .source = {3}, .source_key = "evening-hope"};
    m.name = "Evening Hope";
    m.group = "Hope Group";
    m.group_notes = "Since 1990";
    m.fellowship = Fellowship::nar_anon;
    m.schedule = full_schedule();
    m.venue = full_venue();
    m.place = full_place();
    m.online = {.url = "https://example.org/j/123",
                .url_notes = "ask",
                .phone = "+1 212 555 0100",
                .phone_notes = "*6",
                .meeting_number = "123",
                .passcode = Online::Passcode::members};
    m.features = {Feature::wheelchair, Feature::medication_welcome, Feature::no_children};
    m.languages = {"en", "pt-BR", ""};
    m.medication = {.attitude = MedicationFact::Attitude::refuses,
                    .source = "its listing",
                    .said_on = day(2026, 2, 28)};
    m.codes = {"O", "", "W"};
    m.notes = "Ring twice.\nThen wait.";
    m.regions = {"Queens", "Astoria"};
    m.service_body = "12";
    m.world_id = "G00012";
    m.website = "https://example.org/";
    m.email = "hope@example.org";
    m.phone = "+1 212 555 0101";
    m.edit_url = "https://example.org/edit/77";
    m.feedback_url = "https://example.org/say/77";
    m.feedback_emails = {"a@example.org", "b@example.org"};
    m.contacts = {{.name = "Host", .phone = "", .email = "host@example.org"}, {}};
    m.contributions = {.venmo = "@hope", .paypal = "hope", .square = "$hope"};
    m.entity = {.name = "Area",
                .email = "area@example.org",
                .phone = "+1 212 555 0102",
                .location = "Queens",
                .logo = "https://example.org/logo.png",
                .url = "https://example.org/area"};
    m.freshness = {.updated = Instant{std::chrono::seconds{1'780'000'000}},
                   .last_confirmed_at = Instant{std::chrono::seconds{-5}},
                   .confirmed_by = "host",
                   .confirmed_how = "called"};
    m.is_published = false;
    m.modified = Instant{std::chrono::seconds{1'780'000'001}};
    m.residue = {{"mg:types", R"(["O","X"])"}, {"", ""}};
    return m;
}

TEST(Record, GivesBackEveryField) {
    EXPECT_EQ(after_packing(full_meeting()), full_meeting());
    EXPECT_EQ(after_packing(Meeting{}), Meeting{});
}

// Fills the fields that it is shown, each or not, with anything.
class Filler {
  public:
    explicit Filler(Random& random) : random_(random) {}

    void number(std::int64_t& value, std::int64_t) { value = static_cast<std::int64_t>(any()); }
    void number(int& value, int) { value = static_cast<int>(any()); }
    void number(bool& value, bool) { value = random_.chance(0.5); }
    void number(minutes& value, minutes) { value = minutes{random_.below(1441)}; }
    void number(Date& value, Date) { value = date(); }
    void number(WeekdaySet& value, WeekdaySet) {
        value = WeekdaySet::of_bits(static_cast<unsigned>(random_.below(128)));
    }
    void number(directory::FeatureSet& value, directory::FeatureSet) {
        value = directory::FeatureSet::of_bits(any());
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void number(Enum& value, Enum) { value = static_cast<Enum>(random_.below(3)); }
    void maybe(std::optional<Date>& value) {
        if (random_.chance(0.5)) value = date();
    }
    void maybe(std::optional<minutes>& value) {
        if (random_.chance(0.5)) value = minutes{random_.below(300)};
    }
    void maybe(std::optional<Instant>& value) {
        if (random_.chance(0.5)) value = Instant{std::chrono::seconds{random_.below(1u << 31)}};
    }
    void text(std::string& value) { value = some_text(); }
    void key(std::string& value) { value = some_text(); }
    void term(std::string& value) { value = some_text(); }
    void terms(std::vector<std::string>& list) {
        list.resize(random_.below(4));
        for (auto& each : list)
            each = some_text();
    }
    template <class Item, class Visit>
    void list(std::vector<Item>& items, Visit visit) {
        items.resize(random_.below(4));
        for (auto& item : items)
            visit(*this, item);
    }
    void zone(Zone& zone) {
        const std::vector<const char*> names{"Etc/UTC", "Europe/Berlin", "America/New_York"};
        zone = Zone::named(names[random_.below(names.size())]).value();
    }
    void point(std::optional<GeoPoint>& point) {
        if (random_.chance(0.3)) return;
        const double latitude = random_.unit() * 180 - 90;
        const bool is_decimal = random_.chance(0.5);
        point = {is_decimal ? std::round(latitude * 1e6) / 1e6 : latitude,
                 random_.chance(0.1) ? -0.0 : std::round(random_.unit() * 3.6e9 - 1.8e9) / 1e7};
    }

  private:
    // Now small, now large.
    std::uint64_t any() { return random_.chance(0.2) ? 0 : random_.next() >> random_.below(64); }
    Date date() {
        return day(1900 + static_cast<int>(random_.below(300)),
                   static_cast<unsigned>(1 + random_.below(12)),
                   static_cast<unsigned>(1 + random_.below(31)));
    }
    // Often one that was there before.
    std::string some_text() {
        if (random_.chance(0.4)) return {};
        const std::size_t length = random_.chance(0.05) ? 5000 : random_.below(30);
        const char letter = static_cast<char>(random_.below(random_.chance(0.1) ? 256 : 4));
        return std::string(length, letter);
    }

    Random& random_;
};

TEST(Record, GivesBackAnythingAmongOthers) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        Random random{seed};
        std::vector<Meeting> meetings(200);
        std::vector<std::uint32_t> begins;
        RecordWriter writer;
        for (auto& meeting : meetings) {
            Filler filler{random};
            visit_record(filler, meeting);
            begins.push_back(writer.add(meeting));
        }
        writer.settle();
        const RecordReader reader{writer.arrays()};
        for (std::size_t i = 0; i < meetings.size(); ++i) {
            ASSERT_EQ(reader.read(begins[i]), meetings[i]) << "the one at " << i;
            EXPECT_EQ(reader.id(begins[i]), meetings[i].id);
            EXPECT_EQ(reader.schedule(begins[i]), meetings[i].schedule);
        }
    }
}

TEST(Record, OfAPartHasThatPart) {
    RecordWriter writer;
    const auto begin = writer.add(full_meeting());
    const RecordReader reader{writer.arrays()};
    const auto full = full_meeting();
    const auto heading = reader.read(begin, UpTo::heading);
    EXPECT_EQ(heading.name, full.name);
    EXPECT_EQ(heading.schedule, full.schedule);
    EXPECT_EQ(heading.freshness, full.freshness);
    EXPECT_EQ(heading.place, directory::Place{});
    const auto place = reader.read(begin, UpTo::place);
    EXPECT_EQ(place.place, full.place);
    EXPECT_EQ(place.online, directory::Online{});
    const auto online = reader.read(begin, UpTo::online);
    EXPECT_EQ(online.online, full.online);
    EXPECT_TRUE(online.notes.empty());
}

TEST(Record, KeepsWhatManyShareOnce) {
    RecordWriter writer;
    auto meeting = full_meeting();
    writer.add(meeting);
    const auto first = writer.arrays().records.size();
    for (int id = 78; id < 178; ++id) {
        meeting.id = {id};
        meeting.source_key = std::to_string(id);
        writer.add(meeting);
    }
    const auto rest = writer.arrays().records.size() - first;
    EXPECT_LT(rest / 100, 250u) << "of " << first;
}

// Damage never reads past the end: it is an exception, or another meeting.
TEST(Record, ThatIsDamagedIsRefusedOrRead) {
    RecordWriter writer;
    const auto begin = writer.add(full_meeting());
    auto arrays = writer.arrays();
    const std::string whole{arrays.records};
    Random random{1};
    for (int tried = 0; tried < 5000; ++tried) {
        auto damaged =
            whole.substr(0, random.chance(0.5) ? random.below(whole.size()) : whole.npos);
        if (!damaged.empty())
            damaged[random.below(damaged.size())] = static_cast<char>(random.next());
        const std::vector<char> exact{damaged.begin(), damaged.end()};
        arrays.records = {exact.data(), exact.size()};
        try {
            RecordReader{arrays}.read(begin);
        } catch (const DamagedBytes&) {
            continue;
        }
    }
    arrays.records = {};
    EXPECT_THROW(RecordReader{arrays}.read(begin), DamagedBytes);
}

}  // namespace
}  // namespace waymark::engine
