#include "importers/table_formats.h"

#include <memory>
#include <utility>

#include "core/phrase.h"
#include "exchange/mapped_csv.h"
#include "exchange/naws.h"
#include "exchange/tsml_csv.h"
#include "importers/csv_records.h"

namespace waymark::importers {
namespace {

// A NAWS file lists meetings that are gone, until NA World Services has read it.
class NawsRecords : public RecordReader {
  public:
    explicit NawsRecords(std::unique_ptr<CsvRecords> rows) : rows_(std::move(rows)) {}

    Result<std::optional<Record>> next() override {
        auto record = TRY(rows_->next());
        if (record.has_value() && exchange::is_naws_removal(record->value)) {
            record->is_removal = true;
            record->warning = phrase("A row marked as deleted was left out.").text;
        }
        return record;
    }

  private:
    std::unique_ptr<CsvRecords> rows_;
};

}  // namespace

Result<Feed> open_naws(const OpenBytes& bytes, const ImportOptions&) {
    auto rows = TRY(CsvRecords::open(bytes()));
    TRY(exchange::check_naws_columns(rows->columns()));
    return Feed{std::make_unique<NawsRecords>(std::move(rows)), exchange::read_naws};
}

Result<Feed> open_tsml_csv(const OpenBytes& bytes, const ImportOptions&) {
    auto rows = TRY(CsvRecords::open(bytes()));
    auto headings = TRY(exchange::tsml_columns(rows->columns()));
    return Feed{std::move(rows),
                [headings = std::move(headings)](const auto& row, const auto& own) {
                    return exchange::read_tsml_csv(row, headings, own);
                }};
}

Result<Feed> open_mapped_csv(const OpenBytes& bytes, const ImportOptions& options) {
    auto rows = TRY(CsvRecords::open(bytes()));
    auto map = options.map.empty() ? exchange::ColumnMap::recognized(rows->columns())
                                   : TRY(exchange::ColumnMap::parse(options.map));
    TRY(map.check(rows->columns()));
    return Feed{std::move(rows), [map = std::move(map)](const auto& row, const auto& own) {
                    return exchange::read_mapped_csv(row, map, own);
                }};
}

}  // namespace waymark::importers
