#include "importers/place_formats.h"

#include <array>
#include <deque>
#include <memory>
#include <utility>

#include "core/phrase.h"
#include "core/text.h"
#include "exchange/findtreatment.h"
#include "exchange/hsds.h"
#include "exchange/national_directory.h"
#include "exchange/otp_directory.h"
#include "exchange/place_list.h"
#include "importers/csv_records.h"
#include "importers/hsds_tables.h"
#include "importers/json_pages.h"
#include "importers/kml_records.h"
#include "importers/workbook.h"
#include "importers/zip_archive.h"

namespace waymark::importers {
namespace {

// We list places, never persons.
class WithoutClinicians : public RecordReader {
  public:
    explicit WithoutClinicians(std::unique_ptr<RecordReader> rows) : rows_(std::move(rows)) {}

    Result<std::optional<Record>> next() override {
        auto record = TRY(rows_->next());
        if (record.has_value() && exchange::is_clinician(record->value)) {
            record->is_removal = true;
            record->warning = phrase("A row about one clinician, not a place, was left out.").text;
        }
        return record;
    }

  private:
    std::unique_ptr<RecordReader> rows_;
};

// Services of an HSDS answer, each at each of its locations.
class HsdsRecords : public RecordReader {
  public:
    explicit HsdsRecords(std::unique_ptr<RecordReader> values) : values_(std::move(values)) {}

    Result<std::optional<Record>> next() override {
        while (waiting_.empty()) {
            auto record = TRY(values_->next());
            if (!record.has_value() || record->refused) return record;
            row_ = record->row;
            for (auto& listing : exchange::hsds_listings(std::move(record->value)))
                waiting_.push_back(std::move(listing));
        }
        Record record{.row = row_, .value = std::move(waiting_.front())};
        waiting_.pop_front();
        return record;
    }

  private:
    std::unique_ptr<RecordReader> values_;
    std::deque<json::Value> waiting_{};
    std::int64_t row_ = 0;
};

RowReader national_reader(exchange::NationalColumns columns, exchange::SamhsaReference reference) {
    return [columns = std::move(columns), reference = std::move(reference)](
               const json::Value& row, const exchange::Defaults& defaults) {
        return exchange::read_national(row, columns, reference, defaults);
    };
}

// The sheet whose name, folded, has that word in it; empty: there is none.
std::string sheet_with(const Workbook& workbook, std::string_view word) {
    for (const auto& name : workbook.sheet_names()) {
        if (fold(name).find(word) != std::string::npos) return name;
    }
    return {};
}

Result<exchange::SamhsaReference> reference_in(const Workbook& workbook) {
    exchange::SamhsaReference reference;
    const auto name = sheet_with(workbook, "reference");
    if (name.empty()) return reference;
    auto sheet = TRY(workbook.sheet(name));
    const auto rows = TRY(SheetRecords::open(std::move(sheet)));
    while (const auto record = TRY(rows->next()))
        exchange::add_to_reference(record->value, reference);
    return reference;
}

}  // namespace

Result<Feed> open_nd_csv(const OpenBytes& bytes, const ImportOptions&) {
    auto rows = TRY(CsvRecords::open(bytes()));
    auto columns = TRY(exchange::NationalColumns::of(rows->columns()));
    return Feed{std::move(rows), national_reader(std::move(columns), {})};
}

Result<Feed> open_nd_xlsx(const OpenBytes& bytes, const ImportOptions&) {
    const auto workbook = TRY(Workbook::open(bytes()));
    auto reference = TRY(reference_in(workbook));
    auto name = sheet_with(workbook, "facilit");
    if (name.empty()) name = workbook.sheet_names().front();
    auto sheet = TRY(workbook.sheet(name));
    auto rows = TRY(SheetRecords::open(std::move(sheet)));
    auto columns = TRY(exchange::NationalColumns::of(rows->columns()));
    return Feed{std::move(rows), national_reader(std::move(columns), std::move(reference))};
}

Result<Feed> open_otp_csv(const OpenBytes& bytes, const ImportOptions&) {
    auto rows = TRY(CsvRecords::open(bytes()));
    TRY(exchange::check_otp_columns(rows->columns()));
    return Feed{std::move(rows), exchange::read_otp};
}

Result<Feed> open_places_csv(const OpenBytes& bytes, const ImportOptions&) {
    auto rows = TRY(CsvRecords::open(bytes()));
    TRY(exchange::check_place_columns(rows->columns()));
    return Feed{std::move(rows), exchange::read_place};
}

Result<Feed> open_geojson(const OpenBytes& bytes, const ImportOptions&) {
    const auto read = [](const json::Value& feature,
                         const exchange::Defaults& defaults) -> Result<Listing> {
        const auto row = TRY(exchange::row_of_feature(feature));
        return exchange::read_place(row, defaults);
    };
    return Feed{json_pages(bytes(), "features"), read};
}

Result<Feed> open_kml(const OpenBytes& bytes, const ImportOptions&) {
    return Feed{TRY(kml_records(bytes())), exchange::read_place};
}

Result<Feed> open_hsds(const OpenBytes& bytes, const ImportOptions&) {
    std::array<char, 4> head{};
    if (is_zip({head.data(), bytes()(head.data(), head.size())}))
        return Feed{TRY(hsds_tables(bytes())), exchange::read_hsds};
    return Feed{std::make_unique<HsdsRecords>(json_pages(bytes(), "contents")),
                exchange::read_hsds};
}

Result<Feed> open_findtreatment(const OpenBytes& bytes, const ImportOptions&) {
    auto rows = json_pages(bytes(), "rows");
    return Feed{std::make_unique<WithoutClinicians>(std::move(rows)), exchange::read_findtreatment};
}

}  // namespace waymark::importers
