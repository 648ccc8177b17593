// Any bytes as a table: rows come out or a reason why not, every text of them
// UTF-8 and within its limit, and there is an end.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/text.h"
#include "importers/csv_records.h"

namespace {

using waymark::importers::CsvRecords;

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view rest{reinterpret_cast<const char*>(data), size};
    const auto bytes = [rest](char* out, std::size_t space) mutable {
        const std::size_t count = std::min({space, rest.size(), std::size_t{101}});
        std::copy_n(rest.data(), count, out);
        rest.remove_prefix(count);
        return count;
    };
    const auto records = CsvRecords::open(bytes);
    if (!records) return 0;
    std::int64_t last_row = 1;
    while (true) {
        const auto record = (*records)->next();
        if (!record || !record->has_value()) return 0;
        require((*record)->row > last_row);
        last_row = (*record)->row;
        require((*record)->value.members()->size() <= (*records)->columns().size());
        for (const auto& [column, cell] : *(*record)->value.members()) {
            require(waymark::is_utf8(column) && waymark::is_utf8(*cell.string()));
            // A byte of Windows-1252 may become three of UTF-8.
            require(cell.string()->size() <= 3 * waymark::importers::kFieldBytesMax);
        }
    }
}
