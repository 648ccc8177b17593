#include "importers/zip_archive.h"

#include <zip.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace waymark::importers {
namespace {

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using Entry = std::unique_ptr<zip_file_t, CloseEntry>;

constexpr std::size_t kChunk = std::size_t{64} << 10;

auto not_an_archive() {
    return fail(ErrorKind::unreadable, "This is not a zip file, or it is damaged.");
}
auto entry_too_large() {
    return fail(ErrorKind::limit_reached,
                "A file in this archive grows too large when it is unpacked.");
}

Result<std::string> all_of(const ByteSource& bytes) {
    std::string all;
    std::array<char, kChunk> chunk{};
    while (const auto count = bytes(chunk.data(), chunk.size())) {
        if (all.size() + count > kArchiveBytesMax)
            return fail(ErrorKind::limit_reached, "This archive is larger than 64 MiB.");
        all.append(chunk.data(), count);
    }
    return all;
}

bool is_named(std::string_view entry, std::string_view name) {
    if (entry == name) return true;
    return entry.size() > name.size() && entry.ends_with(name) &&
           entry[entry.size() - name.size() - 1] == '/';
}

// What an entry says of its own size is not believed: it is counted.
Result<std::string> unpacked(zip_file_t& entry, std::size_t packed_bytes) {
    std::string content;
    std::array<char, kChunk> chunk{};
    while (true) {
        const auto count = zip_fread(&entry, chunk.data(), chunk.size());
        if (count < 0) return not_an_archive();
        if (count == 0) return content;
        content.append(chunk.data(), static_cast<std::size_t>(count));
        const bool is_bomb =
            content.size() > kRatioFreeBytes && content.size() / kRatioMax > packed_bytes;
        if (content.size() > kEntryBytesMax || is_bomb) return entry_too_large();
    }
}

}  // namespace

struct ZipArchive::Opened {
    std::string bytes{};  // Must outlive the archive, which reads from it.
    Archive archive{};
};

ZipArchive::ZipArchive(std::unique_ptr<Opened> opened) : opened_(std::move(opened)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(const ByteSource& bytes) {
    auto opened = std::make_unique<Opened>();
    opened->bytes = TRY(all_of(bytes));
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(opened->bytes.data(), opened->bytes.size(), 0, &error);
    if (source == nullptr) throw std::runtime_error("No memory for reading an archive.");
    opened->archive.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    zip_error_fini(&error);
    if (opened->archive == nullptr) {
        zip_source_free(source);
        return not_an_archive();
    }
    const auto count = zip_get_num_entries(opened->archive.get(), 0);
    if (count < 0 || static_cast<std::size_t>(count) > kEntriesMax)
        return fail(ErrorKind::limit_reached, "This archive holds more than 1,000 files.");
    ZipArchive archive{std::move(opened)};
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* name =
            zip_get_name(archive.opened_->archive.get(), static_cast<zip_uint64_t>(i), 0);
        archive.names_.emplace_back(name == nullptr ? "" : name);
    }
    return archive;
}

Result<std::optional<std::string>> ZipArchive::read(std::string_view name) const {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (!is_named(names_[i], name)) continue;
        auto* archive = opened_->archive.get();
        zip_stat_t facts;
        if (zip_stat_index(archive, i, 0, &facts) != 0) return not_an_archive();
        const Entry entry{zip_fopen_index(archive, i, 0)};
        if (entry == nullptr) return not_an_archive();
        const auto packed = (facts.valid & ZIP_STAT_COMP_SIZE) != 0
                                ? static_cast<std::size_t>(facts.comp_size)
                                : opened_->bytes.size();
        auto content = TRY(unpacked(*entry, packed));
        return std::optional<std::string>{std::move(content)};
    }
    return std::optional<std::string>{};
}

bool is_zip(std::string_view head) {
    return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06");
}

}  // namespace waymark::importers
