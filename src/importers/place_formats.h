// The formats of lists of places of help. Each is a line of formats.cpp.
#pragma once

#include "core/result.h"
#include "importers/formats.h"
#include "importers/import.h"

namespace waymark::importers {

Result<Feed> open_findtreatment(const OpenBytes& bytes, const ImportOptions& options);

// Fail with unreadable on what is not a table of that list.
Result<Feed> open_nd_csv(const OpenBytes& bytes, const ImportOptions& options);
Result<Feed> open_nd_xlsx(const OpenBytes& bytes, const ImportOptions& options);
Result<Feed> open_otp_csv(const OpenBytes& bytes, const ImportOptions& options);
Result<Feed> open_hsds(const OpenBytes& bytes, const ImportOptions& options);
Result<Feed> open_places_csv(const OpenBytes& bytes, const ImportOptions& options);
Result<Feed> open_geojson(const OpenBytes& bytes, const ImportOptions& options);
Result<Feed> open_kml(const OpenBytes& bytes, const ImportOptions& options);

}  // namespace waymark::importers
