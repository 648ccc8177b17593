// Spreadsheets in the XLSX form (ECMA-376): the cells of one sheet as text, as
// far as lists of places need it. Formulas give the value last worked out;
// dates stay the numbers that they are in the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "importers/records.h"
#include "importers/zip_archive.h"

namespace waymark::importers {

struct SheetRow {
    std::int64_t number = 0;           // As the spreadsheet shows it.
    std::vector<std::string> cells{};  // By column; trailing empty ones may lack.
};
using Sheet = std::vector<SheetRow>;

class Workbook {
  public:
    // Fails with unreadable on what is no XLSX file, and as ZipArchive does.
    static Result<Workbook> open(const ByteSource& bytes);

    std::vector<std::string> sheet_names() const;  // In their order.

    // Rows that hold anything, in order. Fails with not_found when there is no
    // sheet of that name, with unreadable on one that cannot be read.
    Result<Sheet> sheet(std::string_view name) const;

  private:
    struct Part {
        std::string name{}, path{};
    };

    explicit Workbook(ZipArchive archive) : archive_(std::move(archive)) {}
    Result<std::string> part(std::string_view path) const;
    Result<> read_parts();
    Result<> read_shared_texts();

    ZipArchive archive_;
    std::vector<Part> sheets_{};
    std::vector<std::string> shared_texts_{};
};

// The rows as records: the first row that holds two texts or more names the columns.
class SheetRecords final : public RecordReader {
    struct Opening {};  // Only open() can say it.

  public:
    SheetRecords(Opening, Sheet sheet) : sheet_(std::move(sheet)) {}

    // Fails with unreadable when no row names columns.
    static Result<std::unique_ptr<SheetRecords>> open(Sheet sheet);

    const std::vector<std::string>& columns() const { return columns_; }
    Result<std::optional<Record>> next() override;

  private:
    Sheet sheet_;
    std::vector<std::string> columns_{};
    std::size_t at_ = 0;
};

}  // namespace waymark::importers
