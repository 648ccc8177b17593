#include "importers/workbook.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/number.h"
#include "core/text.h"
#include "importers/csv_records_scanner.h"
#include "importers/xml_reader.h"

namespace waymark::importers {
namespace {

constexpr std::size_t kSharedTextsMax = 4'000'000;
constexpr std::size_t kRowsMax = 200'000;

auto not_a_workbook() {
    return fail(ErrorKind::unreadable, "This is not an XLSX file.");
}

std::string attribute(const XmlAttributes& attributes, std::string_view name) {
    const auto found = attributes.find(name);
    return found == attributes.end() ? "" : found->second;
}

// "C7" is column 2; nothing for what names no column.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
        if (column > kColumnsMax) return std::nullopt;
    }
    if (column == 0) return std::nullopt;
    return column - 1;
}

// Listens to a sheet and collects its rows.
class SheetListener {
  public:
    explicit SheetListener(const std::vector<std::string>& shared) : shared_(shared) {}

    void opened(std::string_view element, const XmlAttributes& attributes) {
        if (element == "row") {
            const auto number = parse_number<std::int64_t>(attribute(attributes, "r"));
            row_ = {.number = number.value_or(last_number_ + 1)};
            last_number_ = row_.number;
            next_column_ = 0;
        } else if (element == "c") {
            column_ = column_of(attribute(attributes, "r")).value_or(next_column_);
            next_column_ = column_ + 1;
            kind_ = attribute(attributes, "t");
            text_.clear();
        }
    }

    void closed(std::string_view element, std::string text) {
        if (element == "v" || element == "t") {
            text_ += text;
        } else if (element == "c") {
            keep_cell();
        } else if (element == "row" && !row_.cells.empty() && rows.size() <= kRowsMax) {
            rows.push_back(std::move(row_));
            row_ = {};
        }
    }

    Sheet rows{};

  private:
    void keep_cell() {
        if (kind_ == "s") {
            const auto index = parse_number<std::size_t>(text_);
            text_ = index && *index < shared_.size() ? shared_[*index] : "";
        }
        if (trimmed(text_).empty() || column_ >= kColumnsMax) return;
        if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
        row_.cells[column_] = std::string{trimmed(text_)};
    }

    const std::vector<std::string>& shared_;
    SheetRow row_{};
    std::int64_t last_number_ = 0;
    std::size_t column_ = 0, next_column_ = 0;
    std::string kind_{}, text_{};
};

// "/xl/worksheets/sheet1.xml" and "worksheets/sheet1.xml" are one part.
std::string path_of(std::string_view target) {
    if (target.starts_with('/')) return std::string{target.substr(1)};
    return target.starts_with("xl/") ? std::string{target} : "xl/" + std::string{target};
}

}  // namespace

Result<Workbook> Workbook::open(const ByteSource& bytes) {
    auto archive = ZipArchive::open(bytes);
    if (!archive && archive.error().kind == ErrorKind::unreadable) return not_a_workbook();
    Workbook workbook{TRY(std::move(archive))};
    TRY(workbook.read_parts());
    TRY(workbook.read_shared_texts());
    return workbook;
}

Result<std::string> Workbook::part(std::string_view path) const {
    auto content = TRY(archive_.read(path));
    if (!content) return not_a_workbook();
    return *std::move(content);
}

Result<> Workbook::read_parts() {
    std::vector<std::pair<std::string, std::string>> ids;  // Sheet's name, its relation.
    std::map<std::string, std::string> paths;
    const auto workbook = TRY(part("xl/workbook.xml"));
    TRY(read_xml(workbook, {.opened = [&](std::string_view element, const XmlAttributes& given) {
                     if (element == "sheet")
                         ids.emplace_back(attribute(given, "name"), attribute(given, "id"));
                 }}));
    const auto relations = TRY(part("xl/_rels/workbook.xml.rels"));
    TRY(read_xml(relations, {.opened = [&](std::string_view element, const XmlAttributes& given) {
                     if (element == "Relationship")
                         paths.emplace(attribute(given, "Id"), path_of(attribute(given, "Target")));
                 }}));
    for (auto& [name, id] : ids)
        sheets_.push_back({std::move(name), paths[id]});
    if (sheets_.empty()) return not_a_workbook();
    return {};
}

Result<> Workbook::read_shared_texts() {
    const auto content = TRY(archive_.read("xl/sharedStrings.xml"));
    if (!content) return {};
    std::string text;
    bool is_reading_aid = false;  // How East Asian words are said: no part of the text.
    const XmlListener listener{
        .opened =
            [&](std::string_view element, const XmlAttributes&) {
                if (element == "si") text.clear();
                if (element == "rPh") is_reading_aid = true;
            },
        .closed =
            [&](std::string_view element, std::string said) {
                if (element == "t" && !is_reading_aid) text += said;
                if (element == "rPh") is_reading_aid = false;
                if (element == "si" && shared_texts_.size() < kSharedTextsMax)
                    shared_texts_.push_back(text);
            }};
    return read_xml(*content, listener);
}

std::vector<std::string> Workbook::sheet_names() const {
    std::vector<std::string> names;
    for (const auto& sheet : sheets_)
        names.push_back(sheet.name);
    return names;
}

Result<Sheet> Workbook::sheet(std::string_view name) const {
    const auto found = std::ranges::find(sheets_, name, &Part::name);
    if (found == sheets_.end())
        return fail(ErrorKind::not_found, "This workbook has no sheet of that name.");
    const auto content = TRY(part(found->path));
    SheetListener sheet{shared_texts_};
    TRY(read_xml(content,
                 {.opened = [&](std::string_view element,
                                const XmlAttributes& given) { sheet.opened(element, given); },
                  .closed = [&](std::string_view element,
                                std::string text) { sheet.closed(element, std::move(text)); }}));
    if (sheet.rows.size() > kRowsMax)
        return fail(ErrorKind::limit_reached, "This sheet has more than 200,000 rows.");
    return std::move(sheet.rows);
}

Result<std::unique_ptr<SheetRecords>> SheetRecords::open(Sheet sheet) {
    auto records = std::make_unique<SheetRecords>(Opening{}, std::move(sheet));
    auto& rows = records->sheet_;
    while (records->at_ < rows.size()) {
        auto& cells = rows[records->at_++].cells;
        const auto filled =
            std::ranges::count_if(cells, [](const auto& cell) { return !cell.empty(); });
        if (filled < 2) continue;  // A title above the table.
        records->columns_ = std::move(cells);
        return records;
    }
    return fail(ErrorKind::unreadable, "The first row of this table does not name its columns.");
}

Result<std::optional<Record>> SheetRecords::next() {
    if (at_ >= sheet_.size()) return std::optional<Record>{};
    auto& row = sheet_[at_++];
    Record record{.row = row.number, .value = json::Value::object()};
    for (std::size_t i = 0; i < row.cells.size() && i < columns_.size(); ++i) {
        if (row.cells[i].empty() || columns_[i].empty()) continue;
        if (row.cells[i].size() > kFieldBytesMax && !record.refused)
            record.refused = invalid_input(columns_[i], "The text is longer than 16 KiB.").value();
        record.value.set(columns_[i], std::move(row.cells[i]));
    }
    return record;
}

}  // namespace waymark::importers
