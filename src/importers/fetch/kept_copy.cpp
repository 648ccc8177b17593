#include "importers/fetch/kept_copy.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "core/text.h"
#include "crypto/hash.h"

namespace waymark::importers {
namespace {

constexpr std::size_t kShownNameMax = 40;

class File {
  public:
    File(const std::filesystem::path& path, int flags)
        : descriptor_(open(path.c_str(), flags | O_CLOEXEC, 0600)) {
        check(descriptor_ >= 0);
    }
    ~File() { close(descriptor_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto done = ::write(descriptor_, bytes.data(), bytes.size());
            if (done < 0 && errno == EINTR) continue;
            check(done > 0);
            bytes.remove_prefix(static_cast<std::size_t>(done));
        }
    }
    void make_durable() { check(fsync(descriptor_) == 0); }

  private:
    static void check(bool is_done) {
        if (!is_done) {
            throw std::system_error(errno, std::generic_category(), "the feed's copy is not kept");
        }
    }
    int descriptor_;
};

}  // namespace

std::filesystem::path path_of_copy(const std::filesystem::path& data, std::string_view source,
                                   Copy copy) {
    std::string shown;
    for (const char c : fold(source).substr(0, kShownNameMax)) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        shown.push_back(is_plain ? c : '-');
    }
    const std::string_view extension = copy == Copy::held ? ".held" : ".body";
    return data / "feeds" /
           (shown + "-" + crypto::sha256_hex(source).substr(0, 16) + std::string{extension});
}

void keep_copy(const std::filesystem::path& data, std::string_view source, Copy copy,
               std::string_view body) {
    const auto path = path_of_copy(data, source, copy);
    auto fresh = path;
    fresh += ".new";
    std::filesystem::create_directories(path.parent_path());
    {
        File file{fresh, O_WRONLY | O_CREAT | O_TRUNC};
        file.write(body);
        file.make_durable();
    }
    std::filesystem::rename(fresh, path);
    File{path.parent_path(), O_RDONLY | O_DIRECTORY}.make_durable();
}

std::optional<std::string> read_copy(const std::filesystem::path& data, std::string_view source,
                                     Copy copy) {
    std::ifstream file{path_of_copy(data, source, copy), std::ios::binary};
    if (!file) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

void forget_copy(const std::filesystem::path& data, std::string_view source, Copy copy) {
    std::filesystem::remove(path_of_copy(data, source, copy));
}

}  // namespace waymark::importers
