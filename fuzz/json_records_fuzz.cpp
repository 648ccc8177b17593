// A JSON feed in chunks of a size that the input's first byte chooses: every
// seam gives the same records as the whole; and what the whole-document parser
// takes as an array is cut into just its elements.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "importers/bytes.h"
#include "importers/json_records.h"
#include "json/parse.h"
#include "json/write.h"

namespace {

namespace importers = waymark::importers;
namespace json = waymark::json;

struct Outcome {
    std::string records{};
    std::string error{};
    bool has_refusals = false;
};

Outcome read(const std::string& text, std::size_t step) {
    Outcome outcome;
    const auto bytes = importers::bytes_of_text(text)();
    const auto reader = importers::json_records([bytes, step](char* buffer, std::size_t size) {
        return bytes(buffer, std::min(size, step));
    });
    while (true) {
        const auto record = reader->next();
        if (!record) {
            outcome.error = record.error().message;
            return outcome;
        }
        if (!record->has_value()) return outcome;
        outcome.has_refusals |= (*record)->refused.has_value();
        outcome.records += json::write((*record)->value) + "\n";
    }
}

void compare_with_whole(const std::string& text, const Outcome& outcome) {
    const auto whole = json::parse(text);
    if (!whole || whole->items() == nullptr || whole->items()->empty()) return;
    if (outcome.has_refusals) return;
    if (!outcome.error.empty()) std::abort();
    std::string records;
    for (const auto& item : *whole->items())
        records += json::write(item) + "\n";
    if (records != outcome.records) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text{reinterpret_cast<const char*>(data) + 1, size - 1};
    const auto whole = read(text, std::size_t{1} << 20);
    const auto cut = read(text, std::size_t{1} + data[0] % 32);
    if (whole.records != cut.records || whole.error != cut.error) std::abort();
    compare_with_whole(text, whole);
    return 0;
}
