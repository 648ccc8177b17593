#include "compat/bmlt/parameters.h"

#include <algorithm>
#include <limits>

#include "core/number.h"
#include "core/text.h"

namespace waymark::compat::bmlt {
namespace {

// "services[]" and "services[3]" are "services".
std::string_view name_of(std::string_view key) {
    const auto bracket = key.find('[');
    const bool is_list = bracket != key.npos && bracket > 0 && key.ends_with(']');
    return is_list ? key.substr(0, bracket) : key;
}

void tidy(std::vector<std::int64_t>& ids) {
    std::ranges::sort(ids);
    const auto rest = std::ranges::unique(ids);
    ids.erase(rest.begin(), rest.end());
}

}  // namespace

bool Ids::pass(std::int64_t id) const {
    if (!wanted.empty() && !std::ranges::binary_search(wanted, id)) return false;
    return !std::ranges::binary_search(unwanted, id);
}

bool Parameters::has(std::string_view name) const {
    return std::ranges::any_of(fields_,
                               [&](const auto& field) { return name_of(field.first) == name; });
}

std::string_view Parameters::text(std::string_view name) const {
    const auto all = values(name);
    return all.empty() ? std::string_view{} : trimmed(all.back());
}

std::optional<double> Parameters::number(std::string_view name) const {
    return parse_number<double>(text(name));
}

std::optional<std::int64_t> Parameters::integer(std::string_view name) const {
    return parse_number<std::int64_t>(text(name));
}

std::vector<std::string_view> Parameters::values(std::string_view name) const {
    std::vector<std::string_view> all;
    for (const auto& [key, value] : fields_) {
        if (name_of(key) == name && all.size() < kItemsMax) all.emplace_back(value);
    }
    return all;
}

std::vector<std::string_view> Parameters::list(std::string_view name) const {
    std::vector<std::string_view> items;
    for (const auto value : values(name)) {
        for (const auto part : split(value, ',')) {
            const auto item = trimmed(part);
            if (!item.empty() && items.size() < kItemsMax) items.push_back(item);
        }
    }
    return items;
}

Ids Parameters::ids(std::string_view name) const {
    Ids ids;
    for (const auto item : list(name)) {
        const auto number = parse_number<std::int64_t>(item).value_or(0);
        if (number == std::numeric_limits<std::int64_t>::min()) continue;
        if (number < 0)
            ids.unwanted.push_back(-number);
        else
            ids.wanted.push_back(number);
    }
    tidy(ids.wanted);
    tidy(ids.unwanted);
    return ids;
}

}  // namespace waymark::compat::bmlt
