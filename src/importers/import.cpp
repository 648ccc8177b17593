#include "importers/import.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/text.h"
#include "core/zone.h"
#include "importers/formats.h"
#include "importers/row_stream.h"
#include "importers/site_intake.h"
#include "importers/twins.h"

namespace waymark::importers {
namespace {

using directory::Change;
using directory::Fellowship;
using directory::Meeting;
using directory::Source;
using directory::SourceUpdate;
using directory::Store;

constexpr std::size_t kNameMax = 64;

using Verdicts = std::unordered_map<std::int64_t, TwinVerdict>;

Result<Source> source_for(const ImportOptions& options, const Format& format, const Store& store) {
    const auto name = trimmed(options.source);
    if (name.empty() || name.size() > kNameMax) {
        return invalid_input("source", "Give the source a name of up to 64 letters.");
    }
    Source source = store.source(name).value_or(Source{.name = std::string{name}});
    if (options.fellowship) source.fellowship = *options.fellowship;
    if (source.fellowship == Fellowship::unknown) source.fellowship = format.fellowship;
    if (!options.timezone.empty()) source.timezone = options.timezone;
    source.format = format.name;
    source.location = options.location;
    source.etag = options.etag;
    source.last_modified = options.last_modified;
    source.is_fictional = options.is_fictional;
    if (options.license) source.license = *options.license;
    if (options.may_republish) source.may_republish = *options.may_republish;
    return source;
}

Result<exchange::Defaults> defaults_of(const Source& source, const ImportOptions& options) {
    exchange::Defaults defaults{.fellowship = source.fellowship, .source = source.name};
    if (!options.kind.empty()) {
        defaults.kind = directory::trait_of_code(directory::TraitKind::kind, options.kind);
        if (!defaults.kind) {
            return invalid_input(
                "kind", "This kind of place is not known; naloxone and harm-reduction are two.");
        }
    }
    if (source.timezone.empty()) return defaults;
    const auto zone = Zone::named(source.timezone);
    if (!zone) {
        return invalid_input("timezone",
                             "There is no time zone of that name. One is Europe/Paris.");
    }
    defaults.zone = *zone;
    return defaults;
}

// One reading of the feed, all of it going to `take_row`.
class Reading {
  public:
    Reading(const OpenBytes& open, const Format& format, const ImportOptions& options,
            const exchange::Defaults& defaults, const Progress& progress)
        : open_(open),
          format_(format),
          options_(options),
          defaults_(defaults),
          progress_(progress) {}

    Result<RowStream::Totals> run(Contents contents,
                                  const std::function<Result<>(Row&)>& take_row) const {
        RowStream stream{open_, format_, options_, defaults_, contents};
        std::int64_t rows = 0;
        while (auto batch = TRY(stream.next())) {
            for (auto& row : batch->rows) {
                if (++rows > options_.rows_max && options_.rows_max > 0) {
                    return fail(ErrorKind::limit_reached,
                                "This feed holds more rows than are taken from the network.");
                }
                TRY(take_row(row));
            }
            if (progress_) progress_(rows, batch->bytes);
        }
        return stream.totals();
    }

  private:
    const OpenBytes& open_;
    const Format& format_;
    const ImportOptions& options_;
    const exchange::Defaults& defaults_;
    const Progress& progress_;
};

directory::ReadingNote note_of(const ImportReport& report, const ImportOptions& options) {
    directory::ReadingNote note{.decision = options.decision,
                                .rows = report.rows,
                                .refused = report.refused,
                                .decided_by = options.decided_by};
    for (const auto& alarm : report.alarms)
        note.alarms.push_back(alarm.code);
    return note;
}

// Puts rows into the update and counts what became of them.
class Intake {
  public:
    Intake(std::unique_ptr<SourceUpdate> update, const Verdicts& verdicts, Reviewer* reviewer,
           bool is_fetched)
        : update_(std::move(update)),
          verdicts_(verdicts),
          reviewer_(reviewer),
          sites_(is_fetched ? kFetchedSitesBytesMax : 0) {
        if (reviewer_ != nullptr) reviewer_->begin();
    }

    Result<> take(Row& row) {
        ++report_.rows;
        if (auto* facility = std::get_if<directory::Facility>(&row.outcome))
            return sites_.take(row.number, std::move(*facility));
        if (const auto* error = std::get_if<Error>(&row.outcome))
            refuse({row.number, error->field, error->message});
        else
            take_meeting(row.number, std::get<Meeting>(row.outcome));
        return {};
    }

    // Puts the places of help, which are whole only once every row has come.
    void put_sites() {
        auto places = sites_.release();
        if (reviewer_ != nullptr) reviewer_->take(places);
        for (const auto& facility : places) {
            if (facility.organization.name == directory::kFictionalEntity) holds_fictional_ = true;
            count(update_->put(facility));
        }
        sites_.tell(report_);
    }

    // Keys of meetings that came twice; while there are any, the counts mean nothing.
    const std::set<std::string>& twins() const { return twins_; }
    bool holds_fictional() const { return holds_fictional_; }
    void put(const directory::SourceLists& lists) { update_->put(lists); }
    std::int64_t taken() const { return report_.added + report_.changed + report_.unchanged; }

    void tell(const RowStream::Totals& totals) {
        report_.hidden_characters_removed = totals.findings.hidden_characters;
        report_.warnings = totals.findings.warnings.counts();
        report_.bytes = totals.bytes;
        report_.sha256 = totals.sha256;
    }

    // Publishes, unless the reviewer holds the reading.
    ImportReport conclude(const Source& source, const ImportOptions& options) {
        if (reviewer_ != nullptr) {
            report_.alarms = reviewer_->alarms(report_);
            report_.is_held = std::ranges::any_of(report_.alarms, &Alarm::holds);
        }
        report_.removed = report_.is_held ? reviewer_->removed()
                                          : update_->commit(source, note_of(report_, options));
        return std::move(report_);
    }

  private:
    void take_meeting(std::int64_t row, Meeting& meeting) {
        if (const auto found = verdicts_.find(row); found != verdicts_.end()) {
            if (found->second.repeats != 0) return refuse_twin(row, found->second.repeats);
            meeting.source_key = found->second.key;
        }
        if (update_->put_already(meeting.source_key)) {
            twins_.insert(meeting.source_key);
            return;
        }
        if (meeting.entity.name == directory::kFictionalEntity) holds_fictional_ = true;
        if (reviewer_ != nullptr) reviewer_->take(meeting);
        const bool is_worth_putting = reviewer_ == nullptr || !reviewer_->is_sure_to_hold();
        count(is_worth_putting ? update_->put(meeting) : Change::added);
    }

    void count(Change change) {
        switch (change) {
            case Change::added:
                ++report_.added;
                break;
            case Change::changed:
                ++report_.changed;
                break;
            case Change::unchanged:
                ++report_.unchanged;
                break;
        }
    }
    void refuse(Refusal refusal) {
        ++report_.refused;
        if (report_.refusals.size() < kRefusalsKept) report_.refusals.push_back(std::move(refusal));
    }
    void refuse_twin(std::int64_t row, std::int64_t earlier) {
        refuse({row, "", "This row says the same as an earlier one.", earlier});
    }

    std::unique_ptr<SourceUpdate> update_;
    const Verdicts& verdicts_;
    Reviewer* reviewer_;
    SiteIntake sites_;
    ImportReport report_{};
    bool holds_fictional_ = false;
    std::set<std::string> twins_{};
};

// Reads the feed once more for the rows behind those keys alone.
Result<Verdicts> verdicts_on(const std::set<std::string>& twins, const Reading& reading) {
    std::map<std::string, std::vector<TwinRow>> rows;
    TRY(reading.run(Contents::compare, [&](const Row& row) -> Result<> {
        const auto* meeting = std::get_if<Meeting>(&row.outcome);
        if (meeting == nullptr || !twins.contains(meeting->source_key)) return {};
        rows[meeting->source_key].push_back(
            {row.number, meeting->schedule.days.bits(), meeting->schedule.start, row.content});
        return {};
    }));
    return settle_twins(rows);
}

Result<ImportReport> finish(Intake& intake, const RowStream::Totals& totals, Source source,
                            const ImportOptions& options, Store& store, const Clock& clock) {
    intake.put_sites();
    if (!totals.lists.empty()) intake.put(totals.lists);
    const bool has_listings = source.id.value != 0 && (store.meeting_count(source.id) > 0 ||
                                                       store.facility_count(source.id) > 0);
    if (intake.taken() == 0 && has_listings) {
        return fail(ErrorKind::unreadable,
                    "No row of this feed could be taken, so the listings from before are kept.");
    }
    if (intake.holds_fictional()) source.is_fictional = true;
    source.fetched_at = clock.now();
    source.failing_since.reset();
    source.sha256 = totals.sha256;
    intake.tell(totals);
    return intake.conclude(source, options);
}

}  // namespace

Result<ImportReport> import_records(const OpenBytes& open, const ImportOptions& options,
                                    Store& store, const Clock& clock, const Progress& progress,
                                    Reviewer* reviewer) {
    const Format* format = TRY(format_named(options.format));
    const Source source = TRY(source_for(options, *format, store));
    const auto defaults = TRY(defaults_of(source, options));
    const Reading reading{open, *format, options, defaults, progress};

    Verdicts verdicts;
    // Twin keys are rare: only a feed that has them is read again to settle them.
    for (int round = 0;; ++round) {
        Intake intake{store.update(source), verdicts, reviewer, options.rows_max > 0};
        const auto totals =
            TRY(reading.run(Contents::skip, [&](Row& row) { return intake.take(row); }));
        if (intake.twins().empty()) return finish(intake, totals, source, options, store, clock);
        if (round > 0) return fail(ErrorKind::unreadable, "The feed changed while it was read.");
        verdicts = TRY(verdicts_on(intake.twins(), reading));
    }
}

}  // namespace waymark::importers
