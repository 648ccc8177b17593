#include "importers/bytes.h"

#include <array>
#include <cstdio>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <utility>

namespace waymark::importers {
namespace {

struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

std::size_t read_some(std::FILE* file, char* buffer, std::size_t size) {
    const std::size_t got = std::fread(buffer, 1, size, file);
    if (got < size && std::ferror(file) != 0) throw std::runtime_error("a feed cannot be read");
    return got;
}

}  // namespace

OpenBytes bytes_of_text(std::string text) {
    auto shared = std::make_shared<const std::string>(std::move(text));
    return [shared]() -> ByteSource {
        return [shared, at = std::size_t{0}](char* buffer, std::size_t size) mutable {
            const std::size_t count = shared->copy(buffer, size, at);
            at += count;
            return count;
        };
    };
}

OpenBytes bytes_of_view(std::string_view text) {
    return [text]() -> ByteSource {
        return [text, at = std::size_t{0}](char* buffer, std::size_t size) mutable {
            const std::size_t count = text.copy(buffer, size, at);
            at += count;
            return count;
        };
    };
}

Result<OpenBytes> bytes_of_file(const std::string& path) {
    const File probe{std::fopen(path.c_str(), "rb")};
    // A folder opens, but cannot be read.
    if (!probe || (std::fgetc(probe.get()) == EOF && std::ferror(probe.get()) != 0)) {
        return fail(ErrorKind::not_found, "There is no such file, or it cannot be read.", "file");
    }
    return OpenBytes{[path]() -> ByteSource {
        std::shared_ptr<std::FILE> file{std::fopen(path.c_str(), "rb"), [](std::FILE* opened) {
                                            if (opened != nullptr) std::fclose(opened);
                                        }};
        if (!file) throw std::runtime_error("a feed is gone");
        return
            [file](char* buffer, std::size_t size) { return read_some(file.get(), buffer, size); };
    }};
}

OpenBytes bytes_of_stream(std::istream& stream) {
    File spool{std::tmpfile()};
    if (!spool) throw std::runtime_error("there is no room for a temporary file");
    std::array<char, std::size_t{64} << 10> buffer{};
    while (stream) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        const auto got = static_cast<std::size_t>(stream.gcount());
        if (std::fwrite(buffer.data(), 1, got, spool.get()) != got) {
            throw std::runtime_error("there is no room for a temporary file");
        }
    }
    if (stream.bad()) throw std::runtime_error("a feed cannot be read");
    std::shared_ptr<std::FILE> shared{std::move(spool)};
    return [shared]() -> ByteSource {
        std::rewind(shared.get());
        return [shared](char* chunk, std::size_t size) {
            return read_some(shared.get(), chunk, size);
        };
    };
}

}  // namespace waymark::importers
