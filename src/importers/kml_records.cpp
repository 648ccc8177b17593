#include "importers/kml_records.h"

#include <array>
#include <deque>
#include <string>
#include <utility>

#include "core/text.h"
#include "exchange/place_list.h"
#include "importers/json_cursor.h"
#include "importers/xml_reader.h"
#include "importers/zip_archive.h"

namespace waymark::importers {
namespace {

constexpr std::size_t kPlacemarksMax = 200'000;
constexpr std::size_t kChunk = std::size_t{64} << 10;

Result<std::string> document_in(const ByteSource& bytes) {
    std::string all;
    std::array<char, kChunk> chunk{};
    while (const auto count = bytes(chunk.data(), chunk.size())) {
        all.append(chunk.data(), count);
        if (all.size() > kArchiveBytesMax)
            return fail(ErrorKind::limit_reached, "This file is larger than 64 MiB.");
    }
    if (!is_zip(all)) return all;
    const auto again = [&, at = std::size_t{0}](char* buffer, std::size_t size) mutable {
        const auto count = all.copy(buffer, size, at);
        at += count;
        return count;
    };
    const auto archive = TRY(ZipArchive::open(again));
    auto content = TRY(archive.read("doc.kml"));
    if (!content) return fail(ErrorKind::unreadable, "This archive holds no doc.kml.");
    return *std::move(content);
}

// "-83.04,42.33,0" into the record's own fields.
void set_point(json::Value& row, std::string_view coordinates) {
    const auto parts = split(trimmed(coordinates), ',');
    if (parts.size() < 2) return;
    row.set("longitude", trimmed(parts[0]));
    row.set("latitude", trimmed(parts[1]));
}

class PlacemarkListener {
  public:
    void opened(std::string_view element, const XmlAttributes& attributes) {
        if (element == "Placemark") {
            row_ = json::Value::object();
            description_.clear();
            is_inside_ = true;
            has_shape_ = false;
        } else if (element == "Point") {
            is_point_ = true;
        } else if (element == "LineString" || element == "Polygon") {
            has_shape_ = true;
        } else if (element == "Data" || element == "SimpleData") {
            const auto name = attributes.find("name");
            key_ = name == attributes.end() ? "" : name->second;
        }
    }

    void closed(std::string_view element, const std::string& text) {
        has_kml |= element == "kml";
        if (!is_inside_) return;
        if (element == "Placemark")
            end_placemark();
        else if (element == "Point")
            is_point_ = false;
        else if (element == "coordinates" && is_point_)
            set_point(row_, text);
        else if (element == "name" || element == "address" || element == "phoneNumber")
            set(element == "phoneNumber" ? "phone" : std::string{element}, text);
        else if (element == "description")
            description_ = text;
        else if (element == "value" || element == "SimpleData")
            set(key_, text);
    }

    std::deque<Record> records{};
    bool has_kml = false;

  private:
    void set(const std::string& key, std::string_view text) {
        if (!key.empty() && !trimmed(text).empty() && row_.find(key) == nullptr)
            row_.set(key, trimmed(text));
    }

    void end_placemark() {
        is_inside_ = false;
        if (records.size() >= kPlacemarksMax) return;
        exchange::read_description(description_, row_);
        Record record{.row = static_cast<std::int64_t>(records.size()) + 1};
        if (has_shape_ && row_.find("latitude") == nullptr) {
            record.refused =
                invalid_input("geometry", "This place is a line or an area, not a point.").value();
        }
        record.value = std::move(row_);
        if (!record.refused) refuse_long_texts(record);
        records.push_back(std::move(record));
    }

    json::Value row_{};
    std::string key_{}, description_{};
    bool is_inside_ = false, is_point_ = false, has_shape_ = false;
};

class KmlRecords final : public RecordReader {
  public:
    explicit KmlRecords(std::deque<Record> records) : records_(std::move(records)) {}

    Result<std::optional<Record>> next() override {
        if (records_.empty()) return std::optional<Record>{};
        std::optional<Record> record{std::move(records_.front())};
        records_.pop_front();
        return record;
    }

  private:
    std::deque<Record> records_;
};

}  // namespace

Result<std::unique_ptr<RecordReader>> kml_records(const ByteSource& bytes) {
    const auto document = TRY(document_in(bytes));
    PlacemarkListener placemarks;
    TRY(read_xml(document,
                 {.opened = [&](std::string_view element,
                                const XmlAttributes& given) { placemarks.opened(element, given); },
                  .closed = [&](std::string_view element,
                                const std::string& text) { placemarks.closed(element, text); }}));
    if (!placemarks.has_kml) return fail(ErrorKind::unreadable, "This is not a KML file.");
    if (placemarks.records.empty()) return fail(ErrorKind::unreadable, "This map holds no places.");
    return std::make_unique<KmlRecords>(std::move(placemarks.records));
}

}  // namespace waymark::importers
