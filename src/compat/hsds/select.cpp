#include "compat/hsds/select.h"

#include <algorithm>
#include <string>

#include "core/text.h"

namespace waymark::compat::hsds {
namespace {

using directory::Facility;
using finder::RowNumber;
using finder::RowSet;

class Narrowing {
  public:
    Narrowing(const finder::Facilities& facilities, std::optional<RowSet>& left)
        : facilities_(facilities), left_(left) {}

    void to(const RowSet& rows) {
        if (left_)
            left_->keep(rows);
        else
            left_ = rows;
    }
    void to(std::span<const RowNumber> rows) {
        RowSet set{facilities_.list().size()};
        for (const auto row : rows)
            set.add(row);
        to(set);
    }
    template <class Passes>
    void where(Passes passes) {
        const auto list = facilities_.list();
        RowSet set{list.size()};
        for (RowNumber row = 0; row < list.size(); ++row) {
            if (passes(list[row])) set.add(row);
        }
        to(set);
    }
    void around(const Circle& circle) {
        RowSet set{facilities_.list().size()};
        const auto& points = facilities_.points();
        facilities_.grid().each_row(
            finder::bounds_of(circle.center, circle.radius), [&](RowNumber row) {
                if (points[row] && distance_between(circle.center, *points[row]) <= circle.radius)
                    set.add(row);
            });
        to(set);
    }

  private:
    const finder::Facilities& facilities_;
    std::optional<RowSet>& left_;
};

// Of a place that does not say whom it serves, its own postcode decides.
bool serves(const Facility& facility, const Query& query) {
    const auto& areas = facility.areas_served;
    if (areas.empty())
        return ascii_upper(facility.place.postcode).starts_with(query.served_postcode);
    return std::ranges::any_of(areas, [&](const std::string& area) {
        return area == query.served_area || area == query.served_area.substr(0, 2);
    });
}

template <class Found>
std::span<const RowNumber> rows_of(const Found* found) {
    return found == nullptr ? std::span<const RowNumber>{} : std::span{found->rows};
}

}  // namespace

std::optional<RowSet> rows_left(const finder::Facilities& facilities, const Catalogue& catalogue,
                                const Query& query) {
    std::optional<RowSet> left;
    Narrowing narrow{facilities, left};
    const auto& terms = catalogue.terms();
    if (!query.search.empty()) narrow.to(facilities.words().rows_with(query.search));
    if (!query.taxonomy_term_id.empty()) narrow.to(rows_of(terms.term(query.taxonomy_term_id)));
    if (!query.taxonomy_id.empty()) narrow.to(rows_of(terms.taxonomy(query.taxonomy_id)));
    if (!query.organization_id.empty())
        narrow.to(rows_of(entry_with(catalogue.organizations(), query.organization_id)));
    if (query.around) narrow.around(*query.around);
    if (!query.served_postcode.empty())
        narrow.where([&](const Facility& facility) { return serves(facility, query); });
    if (query.modified_after) {
        narrow.where([&](const Facility& facility) {
            return facility.modified && *facility.modified >= *query.modified_after;
        });
    }
    return left;
}

std::vector<const Entry*> entries_left(std::span<const Entry> entries,
                                       const std::optional<RowSet>& rows) {
    std::vector<const Entry*> left;
    for (const auto& entry : entries) {
        const auto is_left = [&](RowNumber row) { return rows->has(row); };
        if (!rows || std::ranges::any_of(entry.rows, is_left)) left.push_back(&entry);
    }
    return left;
}

std::vector<const Gone*> gone_left(const Catalogue& catalogue, const Query& query) {
    std::vector<const Gone*> left;
    const bool has_other_words =
        query.is_private() || !query.taxonomy_term_id.empty() || !query.taxonomy_id.empty();
    if (!query.modified_after || has_other_words) return left;
    for (const auto& gone : catalogue.gone()) {
        const bool is_of_them =
            query.organization_id.empty() || query.organization_id == gone.organization_id;
        if (is_of_them && gone.removed_at >= *query.modified_after) left.push_back(&gone);
    }
    return left;
}

}  // namespace waymark::compat::hsds
