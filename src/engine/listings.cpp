#include "engine/listings.h"

#include <algorithm>
#include <utility>

namespace waymark::engine {

using directory::Meeting;
using directory::MeetingId;

Listings::Listings(std::shared_ptr<const RecordWriter> records, std::vector<std::uint32_t> begins)
    : records_(std::move(records)), reader_(records_->arrays()), begins_(std::move(begins)) {}

std::optional<std::size_t> Listings::row_of(MeetingId id) const {
    const auto found = std::ranges::lower_bound(
        begins_, id, {}, [&](std::uint32_t begin) { return reader_.id(begin); });
    if (found == begins_.end() || reader_.id(*found) != id) return std::nullopt;
    return static_cast<std::size_t>(found - begins_.begin());
}

Listings Listings::only(const std::function<bool(const Meeting&)>& keeps) const {
    Listings kept{*this};
    std::erase_if(kept.begins_,
                  [&](std::uint32_t begin) { return !keeps(reader_.read(begin, UpTo::heading)); });
    kept.begins_.shrink_to_fit();
    return kept;
}

std::size_t Listings::bytes() const {
    return (records_ ? records_->bytes() : 0) + begins_.capacity() * sizeof begins_[0];
}

ListingsBuilder::ListingsBuilder() : records_(std::make_shared<RecordWriter>()) {}

void ListingsBuilder::add(const Meeting& meeting) {
    is_in_order_ = is_in_order_ && (begins_.empty() || last_ < meeting.id);
    last_ = meeting.id;
    begins_.push_back(records_->add(meeting));
}

Listings ListingsBuilder::finish() && {
    records_->settle();
    begins_.shrink_to_fit();
    Listings listings{std::move(records_), std::move(begins_)};
    if (!is_in_order_) {
        std::ranges::sort(listings.begins_, {},
                          [&](std::uint32_t begin) { return listings.reader_.id(begin); });
    }
    return listings;
}

}  // namespace waymark::engine
