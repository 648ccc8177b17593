#include "storage/mistake_report_store.h"

#include <string>
#include <utility>

#include "core/text.h"
#include "storage/directory_state.h"
#include "storage/failure.h"
#include "storage/stored_listing.h"

namespace waymark::storage {
namespace {

using directory::FacilityId;
using directory::MeetingId;
using directory::MistakeReport;

constexpr auto kSourceOfMeeting =
    "SELECT source_id FROM meeting WHERE id = $1 AND removed_at IS NULL";
constexpr auto kSourceOfFacility =
    "SELECT source_id FROM facility WHERE id = $1 AND removed_at IS NULL";
constexpr auto kCount = "SELECT count(*) FROM mistake_report";
constexpr auto kCountOfOne =
    "SELECT count(*) FROM mistake_report WHERE kind = $1 AND listing_id = $2";
constexpr auto kOpen =
    "SELECT id, kind, listing_id, mistake, words, reported_at FROM mistake_report ORDER BY id";
constexpr auto kInsert =
    "INSERT INTO mistake_report (id, source_id, kind, listing_id, mistake, words, reported_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)";
constexpr auto kCountOfId = "SELECT count(*) FROM mistake_report WHERE id = $1";
constexpr auto kDelete = "DELETE FROM mistake_report WHERE id = $1";

constexpr std::string_view kMeetingKind = "meeting";
constexpr std::string_view kFacilityKind = "facility";

struct About {
    std::string_view kind{};
    std::int64_t listing_id = 0;
    const char* source = nullptr;  // The statement that gives its source.
};

About about_of(const MistakeReport& report) {
    if (const auto* meeting = std::get_if<MeetingId>(&report.about)) {
        return {kMeetingKind, meeting->value, kSourceOfMeeting};
    }
    return {kFacilityKind, std::get<FacilityId>(report.about).value, kSourceOfFacility};
}

Result<> check(const MistakeReport& report) {
    if (report.words.size() > directory::kReportWordsMax) {
        return invalid_input("words", "Say it in fewer words.");
    }
    if (!is_utf8(report.words) || report.words.find('\0') != std::string::npos) {
        return invalid_input("words", "These words cannot be read.");
    }
    return {};
}

template <class... Parameters>
std::size_t counted(Connection& connection, const char* sql, const Parameters&... parameters) {
    Query query(connection, sql, parameters...);
    query.next();
    return static_cast<std::size_t>(query.integer(0));
}

Result<std::int64_t> source_of(Connection& connection, const About& about) {
    Query query(connection, about.source, about.listing_id);
    if (query.next()) return query.integer(0);
    return fail(ErrorKind::not_found, "This listing is no longer there.");
}

MistakeReport report_in(const Query& row) {
    MistakeReport report{.id = row.integer(0)};
    if (row.text(1) == kMeetingKind) {
        report.about = MeetingId{row.integer(2)};
    } else {
        report.about = FacilityId{row.integer(2)};
    }
    const auto mistake = directory::mistake_of_code(row.text(3));
    if (!mistake) throw Failure(FailureKind::damaged);
    report.mistake = *mistake;
    report.words = row.text(4);
    report.at = instant_in(row, 5);
    return report;
}

}  // namespace

Result<> MistakeReportStore::add(const MistakeReport& report) {
    TRY(check(report));
    const auto lease = pool_.lease();
    Transaction transaction(*lease);
    const auto about = about_of(report);
    const auto source_id = TRY(source_of(*lease, about));
    if (counted(*lease, kCount) >= directory::kReportsOpenMax ||
        counted(*lease, kCountOfOne, about.kind, about.listing_id) >= directory::kReportsOfOneMax) {
        return fail(ErrorKind::limit_reached,
                    "So many people have written that no more can be taken until these are read.");
    }
    auto state = directory_state(*lease);
    run(*lease, kInsert, ++state.last_report_id, source_id, about.kind, about.listing_id,
        directory::code_of(report.mistake), report.words, format_instant(report.at));
    save_directory_state(*lease, state);
    transaction.commit();
    return {};
}

std::vector<MistakeReport> MistakeReportStore::open() const {
    const auto lease = pool_.lease();
    std::vector<MistakeReport> reports;
    Query query(*lease, kOpen);
    while (query.next())
        reports.push_back(report_in(query));
    return reports;
}

Result<> MistakeReportStore::close(std::int64_t id) {
    const auto lease = pool_.lease();
    Transaction transaction(*lease);
    if (counted(*lease, kCountOfId, id) == 0) {
        return fail(ErrorKind::not_found, "There is no such report; perhaps it was closed before.");
    }
    run(*lease, kDelete, id);
    transaction.commit();
    return {};
}

}  // namespace waymark::storage
