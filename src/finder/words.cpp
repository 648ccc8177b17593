#include "finder/words.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "core/text.h"

namespace waymark::finder {
namespace {

using directory::Meeting;

void add_codes(std::string& text, directory::FeatureSet features) {
    for (const auto& info : directory::features()) {
        if (info.kind == directory::FeatureKind::door || !features.has(info.feature)) continue;
        text.append(info.code).push_back('\n');
    }
}

}  // namespace

void RowSet::keep(const RowSet& other) {
    for (std::size_t block = 0; block < bits_.size(); ++block)
        bits_[block] &= other.bits_[block];
}

std::size_t RowSet::count() const {
    return std::accumulate(bits_.begin(), bits_.end(), std::size_t{0},
                           [](std::size_t sum, std::uint64_t bits) {
                               return sum + static_cast<std::size_t>(std::popcount(bits));
                           });
}

bool may_be_misspelt(std::string_view word) {
    const bool has_digit = word.find_first_of("0123456789") != word.npos;
    return word.size() >= kTypoLettersMin && !has_digit;
}

std::string searchable_text(const Meeting& meeting) {
    const auto& place = meeting.place;
    std::string text;
    text.reserve(512);  // Of most meetings: one piece of memory, not several in turn.
    for (const auto* part : {&meeting.name,
                             &meeting.group,
                             &meeting.group_notes,
                             &meeting.notes,
                             &place.name,
                             &place.address,
                             &place.street,
                             &place.borough,
                             &place.neighborhood,
                             &place.town,
                             &place.county,
                             &place.state,
                             &place.postcode,
                             &place.country,
                             &place.notes,
                             &place.transit,
                             &meeting.online.url_notes,
                             &meeting.online.phone_notes,
                             &meeting.entity.name,
                             &meeting.world_id}) {
        if (!part->empty()) text.append(*part).push_back('\n');
    }
    for (const auto& region : meeting.regions)
        text.append(region).push_back('\n');
    const auto& programme = directory::info(meeting.fellowship);
    if (meeting.fellowship != directory::Fellowship::unknown) {
        text.append(programme.name).append("\n").append(programme.short_name).push_back('\n');
    }
    add_codes(text, meeting.features);
    return text;
}

Words::Words(std::size_t rows, const TextOfRow& text_of) : row_count_(rows) {
    engine::WordGathering gathering;
    for (RowNumber row = 0; row < rows; ++row)
        gathering.add(row, text_of(row));
    index_ = std::move(gathering).finish(rows);
}

// Whether kRowsKnown rows or more are in the lists.
bool Words::is_known(std::span<const engine::PostingCursor> lists) const {
    std::vector<RowNumber> rows;
    for (auto list : lists) {
        if (list.row_count() >= kRowsKnown) return true;
        for (; list.at().leaf != engine::kNoLeaf; list.next()) {
            for (auto left = list.at().rows; left != 0; left &= left - 1) {
                const auto row = list.at().leaf * engine::kLeafRows +
                                 static_cast<RowNumber>(std::countr_zero(left));
                if (std::ranges::find(rows, row) == rows.end()) rows.push_back(row);
            }
        }
        if (rows.size() >= kRowsKnown) return true;
    }
    return false;
}

std::vector<engine::PostingCursor> Words::lists_of(std::string_view typed) const {
    const auto& [vocabulary, postings, beginnings] = index_;
    const auto begun = vocabulary.beginning_with(typed);
    if (const auto shared = beginnings.list(begun)) return {*shared};
    std::vector<engine::PostingCursor> lists;
    lists.reserve(begun.size());
    for (auto word = begun.first; word < begun.last; ++word)
        lists.push_back(postings.list(word));
    if (!may_be_misspelt(typed) || is_known(lists)) return lists;
    for (const auto word : vocabulary.within_one_typo(typed)) {
        if (!begun.has(word)) lists.push_back(postings.list(word));
    }
    return lists;
}

Worded Words::find(std::string_view text) const {
    Worded found{row_count_};
    const auto folded = fold(text);
    for (const auto word : words_of(folded))
        found.also(lists_of(word));
    return found;
}

RowSet Words::rows_with(std::string_view text) const {
    RowSet rows{row_count_};
    find(text).each_leaf([&](const engine::LeafRows& found) { rows.add(found); });
    return rows;
}

}  // namespace waymark::finder
