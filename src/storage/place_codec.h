// How an address stands in a record, of a meeting or of a place of help.
#pragma once

#include <array>

#include "directory/meeting.h"
#include "storage/directory_codec.h"
#include "storage/record_fields.h"

namespace waymark::storage {

inline constexpr std::array kPlaceFields{
    field<&directory::Place::name>("name"),
    field<&directory::Place::address>("address"),
    field<&directory::Place::street>("street"),
    field<&directory::Place::borough>("borough"),
    field<&directory::Place::neighborhood>("neighborhood"),
    field<&directory::Place::town>("town"),
    field<&directory::Place::county>("county"),
    field<&directory::Place::state>("state"),
    field<&directory::Place::postcode>("postcode"),
    field<&directory::Place::country>("country"),
    field<&directory::Place::notes>("notes"),
    field<&directory::Place::transit>("transit"),
    field<&directory::Place::point>("point"),
    field<&directory::Place::is_approximate>("is_approximate"),
};
template <>
struct Codec<directory::Place> : FieldsCodec<directory::Place, kPlaceFields> {};

}  // namespace waymark::storage
