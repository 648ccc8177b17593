// Every folder of tests/golden/import/FORMAT/CASE: a small feed in; the report
// and the meetings out.
//
//   feed.json or feed.csv   as it came
//   options.json            fellowship, timezone; map: the name of a file beside it
//   report.json             counts, refusals, warnings; or the error
//   meetings.json           what was taken, by key; only what is not empty
//
// WAYMARK_WRITE_GOLDEN=1 writes the last two anew, for a person to read.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "core/time.h"
#include "importers/bytes.h"
#include "importers/import.h"
#include "json/parse.h"
#include "json/write.h"
#include "testing/memory_store.h"

namespace waymark::importers {
namespace {

namespace fs = std::filesystem;
using directory::Meeting;

const fs::path kFolder = fs::path{WAYMARK_SOURCE_DIR} / "tests/golden/import";

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// An object that leaves out what is empty.
class Told {
  public:
    Told& text(std::string key, const std::string& value) {
        if (!value.empty()) value_.set(std::move(key), value);
        return *this;
    }
    Told& list(std::string key, const std::vector<std::string>& items) {
        if (items.empty()) return *this;
        auto array = json::Value::array();
        for (const auto& item : items)
            array.push(item);
        value_.set(std::move(key), std::move(array));
        return *this;
    }
    Told& set(std::string key, json::Value value) {
        value_.set(std::move(key), std::move(value));
        return *this;
    }
    json::Value take() { return std::move(value_); }

  private:
    json::Value value_ = json::Value::object();
};

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

json::Value told_of(const ImportReport& report) {
    Told told;
    told.set("rows", report.rows).set("added", report.added).set("refused", report.refused);
    auto refusals = json::Value::array();
    for (const auto& refusal : report.refusals) {
        Told one;
        one.set("row", refusal.row).text("field", refusal.field).text("reason", refusal.reason);
        if (refusal.earlier_row != 0) one.set("earlier_row", refusal.earlier_row);
        refusals.push(one.take());
    }
    told.set("refusals", std::move(refusals));
    auto warnings = json::Value::object();
    for (const auto& [sentence, count] : report.warnings)
        warnings.set(sentence, count);
    told.set("warnings", std::move(warnings));
    told.set("hidden_characters_removed", report.hidden_characters_removed);
    return told.take();
}

ImportOptions options_of(const fs::path& folder) {
    const auto given = json::parse(content_of(folder / "options.json")).value_or(json::Value{});
    ImportOptions options{.format = folder.parent_path().filename(), .source = "golden"};
    if (const auto code = given.text_or("fellowship"); !code.empty()) {
        options.fellowship = directory::fellowship_of_code(code);
        EXPECT_TRUE(options.fellowship) << code;
    }
    options.timezone = given.text_or("timezone");
    if (const auto map = given.text_or("map"); !map.empty()) options.map = content_of(folder / map);
    return options;
}

void expect_file(const fs::path& path, const json::Value& value) {
    const auto text = json::write_indented(value) + "\n";
    if (std::getenv("WAYMARK_WRITE_GOLDEN") != nullptr) std::ofstream{path} << text;
    EXPECT_EQ(text, content_of(path)) << path;
}

std::vector<std::string> cases() {
    std::vector<std::string> list;
    for (const auto& format : fs::directory_iterator(kFolder)) {
        for (const auto& one : fs::directory_iterator(format)) {
            list.push_back(fs::relative(one.path(), kFolder));
        }
    }
    std::ranges::sort(list);
    return list;
}

class GoldenImport : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenImport, GivesTheReportAndTheMeetings) {
    const auto folder = kFolder / GetParam();
    const auto feed = fs::exists(folder / "feed.json") ? "feed.json" : "feed.csv";
    const auto open = bytes_of_file(folder / feed);
    ASSERT_TRUE(open) << folder << " has no feed";
    testing::MemoryStore store;
    const FixedClock clock{Instant{}};

    const auto report = import_records(*open, options_of(folder), store, clock);
    if (!report) {
        Told error;
        error.text("error", report.error().message).text("field", report.error().field);
        expect_file(folder / "report.json", error.take());
        EXPECT_TRUE(store.sources().empty());
        return;
    }
    expect_file(folder / "report.json", told_of(*report));
    auto meetings = store.meetings();
    std::ranges::sort(meetings, {}, &Meeting::source_key);
    auto told = json::Value::array();
    for (const auto& meeting : meetings)
        told.push(told_of(meeting));
    expect_file(folder / "meetings.json", told);
}

std::string folder_name(const ::testing::TestParamInfo<std::string>& folder) {
    std::string name = folder.param;
    std::ranges::replace_if(
        name, [](char c) { return c == '/' || c == '-'; }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Folders, GoldenImport, ::testing::ValuesIn(cases()), folder_name);

}  // namespace
}  // namespace waymark::importers
