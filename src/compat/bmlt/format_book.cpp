#include "compat/bmlt/format_book.h"

#include <algorithm>
#include <set>

#include "embedded/compat.h"
#include "json/parse.h"

namespace waymark::compat::bmlt {
namespace {

using directory::ListedFormat;

// Ids for keys that no list has begin here, far above any server's own.
constexpr int kOwnIds = 100'000;

std::vector<ListedFormat> read_stock() {
    std::vector<ListedFormat> stock;
    const auto table = json::parse(embedded::compat("bmlt/stock_formats.json"));
    if (!table || table->items() == nullptr) return stock;
    for (const auto& row : *table->items()) {
        const auto& cells = *row.items();
        const auto text = [&](std::size_t at) { return *cells[at].string(); };
        stock.push_back({.id = static_cast<int>(*cells[0].integer()),
                         .language = text(1),
                         .key = text(2),
                         .name = text(5),
                         .description = text(6),
                         .world_id = text(3),
                         .type = text(4)});
    }
    return stock;
}

const std::vector<ListedFormat>& stock() {
    static const auto kStock = read_stock();
    return kStock;
}

}  // namespace

FormatBook::FormatBook(std::span<const ListedFormat> listed) {
    for (const auto& format : listed)
        add(format);
    add_stock_words();
    std::set<std::string> languages;
    for (const auto& entry : formats_)
        languages.insert(entry.first.first);
    for (const auto& format : stock())
        languages.insert(format.language);
    languages.erase(std::string{kNativeLanguage});
    languages_.emplace_back(kNativeLanguage);
    languages_.insert(languages_.end(), languages.begin(), languages.end());
}

void FormatBook::add(const ListedFormat& format) {
    if (format.id <= 0) return;
    if (!formats_.emplace(std::pair{format.language, format.id}, format).second) return;
    if (format.language == kNativeLanguage) id_of_key_.emplace(format.key, format.id);
}

void FormatBook::add_stock_words() {
    std::set<int> same;
    for (const auto& format : stock()) {
        if (format.language != kNativeLanguage) continue;
        const auto* held = find(format.id, kNativeLanguage);
        if (held != nullptr && held->key == format.key) same.insert(format.id);
    }
    for (const auto& format : stock()) {
        if (same.contains(format.id)) add(format);
    }
}

int FormatBook::id_of(std::string_view key) {
    if (const auto found = id_of_key_.find(key); found != id_of_key_.end()) return found->second;
    for (const auto& format : stock()) {
        if (format.language != kNativeLanguage || format.key != key) continue;
        if (find(format.id, kNativeLanguage) != nullptr) break;
        add(format);
        add_stock_words();
        return format.id;
    }
    const int id = kOwnIds + static_cast<int>(id_of_key_.size());
    learn(id, key);
    return id;
}

void FormatBook::learn(int id, std::string_view key) {
    if (find(id, kNativeLanguage) != nullptr) return;
    for (const auto& format : stock()) {
        if (format.language != kNativeLanguage || format.id != id || format.key != key) continue;
        add(format);
        return add_stock_words();
    }
    add({.id = id,
         .language = std::string{kNativeLanguage},
         .key = std::string{key},
         .name = std::string{key}});
}

const ListedFormat* FormatBook::find(int id, std::string_view language) const {
    const auto found = formats_.find(std::pair{std::string{language}, id});
    return found == formats_.end() ? nullptr : &found->second;
}

std::vector<const ListedFormat*> FormatBook::all(std::string_view language) const {
    std::vector<const ListedFormat*> list;
    for (auto each = formats_.lower_bound(std::pair{std::string{language}, 0});
         each != formats_.end() && each->first.first == language; ++each) {
        list.push_back(&each->second);
    }
    return list;
}

std::string FormatBook::keys(std::span<const int> ids, std::string_view language) const {
    std::string text;
    for (const int id : ids) {
        const auto* format = find(id, language);
        if (format == nullptr) continue;
        if (!text.empty()) text.push_back(',');
        text += format->key;
    }
    return text;
}

}  // namespace waymark::compat::bmlt
