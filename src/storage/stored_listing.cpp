#include "storage/stored_listing.h"

#include <utility>

#include "storage/facility_record.h"
#include "storage/failure.h"
#include "storage/meeting_record.h"

namespace waymark::storage {
namespace {

template <class Listing>
Listing listing_in(const Query& row, Result<Listing> listing) {
    if (!listing) throw Failure(FailureKind::damaged, listing.error().message, {});
    listing->id.value = row.integer(0);
    listing->source.value = row.integer(1);
    listing->source_key = row.text(2);
    if (!row.is_null(4)) listing->modified = instant_in(row, 4);
    return std::move(*listing);
}

}  // namespace

directory::Meeting meeting_in(const Query& row) {
    return listing_in(row, meeting_of_record(row.text(3)));
}

directory::Facility facility_in(const Query& row) {
    return listing_in(row, facility_of_record(row.text(3)));
}

Instant instant_in(const Query& row, int column) {
    const auto instant = parse_instant(row.text(column));
    if (!instant) throw Failure(FailureKind::damaged);
    return *instant;
}

}  // namespace waymark::storage
