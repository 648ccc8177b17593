#include "finder/words.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <unordered_map>

#include "core/text.h"

namespace waymark::finder {
namespace {

using directory::Meeting;

// Words by number in the order met, and which rows hold each.
class Gathering {
  public:
    void add_row(RowNumber row, const std::string& text) {
        numbers_.clear();
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = std::min(text.find_first_of(" \n", begin), text.size());
            if (end > begin) add_piece({text.data() + begin, end - begin});
            begin = end + 1;
        }
        std::ranges::sort(numbers_);
        const auto repeated = std::ranges::unique(numbers_);
        numbers_.erase(repeated.begin(), repeated.end());
        for (const auto number : numbers_)
            pairs_.emplace_back(number, row);
    }

    const std::vector<const std::string*>& words() const { return words_; }
    const std::vector<std::pair<std::uint32_t, RowNumber>>& pairs() const { return pairs_; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };

    // Piece by piece: folding is many times faster for those in plain ASCII.
    void add_piece(std::string_view piece) {
        const auto folded = fold(piece);
        for (std::size_t begin = 0; begin < folded.size();) {
            const auto end = std::min(folded.find(' ', begin), folded.size());
            numbers_.push_back(number_of({folded.data() + begin, end - begin}));
            begin = end + 1;
        }
    }

    std::uint32_t number_of(std::string_view word) {
        const auto known = known_.find(word);
        if (known != known_.end()) return known->second;
        const auto number = static_cast<std::uint32_t>(words_.size());
        words_.push_back(&known_.emplace(word, number).first->first);
        return number;
    }

    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> known_;
    std::vector<const std::string*> words_;
    std::vector<std::pair<std::uint32_t, RowNumber>> pairs_;
    std::vector<std::uint32_t> numbers_;
};

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
    Gathering gathered;
    for (RowNumber row = 0; row < rows; ++row)
        gathered.add_row(row, text_of(row));
    const auto& words = gathered.words();
    std::vector<std::uint32_t> order(words.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, {},
                      [&](std::uint32_t number) -> const std::string& { return *words[number]; });
    std::vector<std::uint32_t> place(words.size());
    for (std::uint32_t at = 0; at < order.size(); ++at) {
        place[order[at]] = at;
        begins_.push_back(static_cast<std::uint32_t>(letters_.size()));
        letters_ += *words[order[at]];
    }
    begins_.push_back(static_cast<std::uint32_t>(letters_.size()));

    lists_.resize(words.size() + 1);
    for (const auto& [number, row] : gathered.pairs())
        ++lists_[place[number] + 1];
    for (std::size_t at = 1; at < lists_.size(); ++at)
        lists_[at] += lists_[at - 1];
    postings_.resize(gathered.pairs().size());
    auto free = lists_;
    for (const auto& [number, row] : gathered.pairs())
        postings_[free[place[number]]++] = row;
}

std::string_view Words::word(std::size_t number) const {
    return std::string_view{letters_}.substr(begins_[number],
                                             begins_[number + 1] - begins_[number]);
}

void Words::add_postings(RowSet& rows, std::size_t number) const {
    for (auto at = lists_[number]; at < lists_[number + 1]; ++at)
        rows.add(postings_[at]);
}

RowSet Words::rows_with_word(std::string_view typed) const {
    RowSet rows{row_count_};
    const auto count = begins_.size() - 1;
    std::size_t first = 0;
    for (std::size_t left = count; left > 0;) {  // The first word not before `typed`.
        const auto half = left / 2;
        if (word(first + half) < typed) {
            first += half + 1;
            left -= half + 1;
        } else {
            left = half;
        }
    }
    for (auto at = first; at < count && word(at).starts_with(typed); ++at)
        add_postings(rows, at);
    if (!may_be_misspelt(typed) || rows.count() >= kRowsKnown) return rows;
    for (std::size_t at = 0; at < count; ++at) {
        if (within_one_typo(typed, word(at))) add_postings(rows, at);
    }
    return rows;
}

RowSet Words::rows_with(std::string_view text) const {
    const auto folded = fold(text);
    const auto words = words_of(folded);
    if (words.empty()) {
        RowSet all{row_count_};
        for (std::size_t row = 0; row < row_count_; ++row)
            all.add(static_cast<RowNumber>(row));
        return all;
    }
    RowSet rows = rows_with_word(words.front());
    for (const auto word : std::span{words}.subspan(1))
        rows.keep(rows_with_word(word));
    return rows;
}

}  // namespace waymark::finder
