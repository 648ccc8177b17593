#include "storage/known_rows.h"

#include <cstring>
#include <limits>
#include <utility>

#include "crypto/hash.h"
#include "storage/failure.h"

namespace waymark::storage {
namespace {

constexpr std::size_t kSlotsAtFirst = 1024;

KeyPrint print_of(std::string_view source_key) {
    const auto hash = crypto::blake2b_256(source_key);
    KeyPrint print{};
    std::memcpy(print.data(), hash.data(), sizeof print);
    return print;
}

}  // namespace

KnownRow& KnownRows::load(std::string_view source_key, const ContentHash& hash) {
    hashes_.push_back(hash);
    return insert(print_of(source_key));
}

KnownRow& KnownRows::add(std::string_view source_key) {
    return insert(print_of(source_key));
}

const KnownRow* KnownRows::find(std::string_view source_key) const {
    if (slots_.empty()) return nullptr;
    const auto number = slots_[slot_of(print_of(source_key))];
    return number == 0 ? nullptr : &rows_[number - 1];
}

KnownRow* KnownRows::find(std::string_view source_key) {
    return const_cast<KnownRow*>(std::as_const(*this).find(source_key));
}

bool KnownRows::had(const KnownRow& row, const ContentHash& hash) const {
    return row.number < hashes_.size() && hashes_[row.number] == hash;
}

// Where that key is, or would be.
std::size_t KnownRows::slot_of(const KeyPrint& key) const {
    auto slot = key[0] % slots_.size();
    while (slots_[slot] != 0 && rows_[slots_[slot] - 1].key != key)
        slot = (slot + 1) % slots_.size();
    return slot;
}

KnownRow& KnownRows::insert(const KeyPrint& key) {
    if (rows_.size() * 4 >= slots_.size() * 3) make_room();
    if (rows_.size() >= std::numeric_limits<std::uint32_t>::max() - 1)
        throw Failure(FailureKind::refused);
    auto& row = rows_.emplace_back();
    row.key = key;
    row.number = static_cast<std::uint32_t>(rows_.size() - 1);
    slots_[slot_of(key)] = row.number + 1;
    return row;
}

void KnownRows::make_room() {
    slots_.assign(slots_.empty() ? kSlotsAtFirst : slots_.size() * 2, 0);
    for (const auto& row : rows_)
        slots_[slot_of(row.key)] = row.number + 1;
}

}  // namespace waymark::storage
