#include "storage/waiting_rows.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

#include "storage/failure.h"

namespace waymark::storage {
namespace {

// Before the two texts of each row.
struct Head {
    std::int64_t id = 0;
    std::uint64_t key_bytes = 0, record_bytes = 0;
    ContentHash hash{};
    directory::Change change{};
    bool is_published = false;
};

[[noreturn]] void throw_failure() {
    const int error = errno;
    const bool is_full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    throw Failure(is_full ? FailureKind::full : FailureKind::lost, std::to_string(error));
}

// Nobody else can open it, and it is gone when it is closed. -1 where no file can be made.
int nameless_file(const std::filesystem::path& folder) {
    const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) return file;
    // Not every file system can make one that never had a name.
    const auto name = folder / ("import-" + std::to_string(::getpid()));
    const int named = ::open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (named >= 0) ::unlink(name.c_str());
    return named;
}

void write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw_failure();
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

// Takes whole rows from the front of `bytes`; how many bytes they had.
std::size_t take_rows(std::string_view bytes, const std::function<void(const WaitingRow&)>& take) {
    std::size_t at = 0;
    while (bytes.size() - at >= sizeof(Head)) {
        Head head;
        std::memcpy(&head, bytes.data() + at, sizeof head);
        const auto texts = bytes.substr(at + sizeof head);
        if (texts.size() < head.key_bytes + head.record_bytes) break;
        take({.id = head.id,
              .change = head.change,
              .is_published = head.is_published,
              .hash = head.hash,
              .source_key = texts.substr(0, head.key_bytes),
              .record = texts.substr(head.key_bytes, head.record_bytes)});
        at += sizeof head + head.key_bytes + head.record_bytes;
    }
    return at;
}

}  // namespace

WaitingRows::~WaitingRows() {
    if (file_ >= 0) ::close(file_);
}

void WaitingRows::add(const WaitingRow& row) {
    const Head head{.id = row.id,
                    .key_bytes = row.source_key.size(),
                    .record_bytes = row.record.size(),
                    .hash = row.hash,
                    .change = row.change,
                    .is_published = row.is_published};
    latest_.append(reinterpret_cast<const char*>(&head), sizeof head);
    latest_.append(row.source_key).append(row.record);
    if (latest_.size() >= kBytesInMemory) put_by();
}

void WaitingRows::put_by() {
    if (file_ < 0 && !is_without_file_) file_ = nameless_file(folder_);
    is_without_file_ = file_ < 0;
    if (is_without_file_) return;
    write_all(file_, latest_);
    latest_.clear();
}

void WaitingRows::each(const std::function<void(const WaitingRow&)>& take) const {
    std::string chunk;  // Begins with what is left of the one before: a row cut in two.
    for (off_t at = 0; file_ >= 0;) {
        const auto left = chunk.size();
        chunk.resize(left + kBytesInMemory);
        const auto count = ::pread(file_, chunk.data() + left, kBytesInMemory, at);
        if (count < 0 && errno != EINTR) throw_failure();
        chunk.resize(left + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        if (count == 0) break;
        at += std::max<ssize_t>(count, 0);
        chunk.erase(0, take_rows(chunk, take));
    }
    if (!chunk.empty()) throw Failure(FailureKind::lost);
    take_rows(latest_, take);
}

}  // namespace waymark::storage
