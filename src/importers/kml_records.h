// The placemarks of a KML document, or of the KMZ archive that holds one, as
// records: what a map's maker typed into name, description and data, and where
// the point is. Read whole; a file of up to 64 MiB.
#pragma once

#include <memory>

#include "core/result.h"
#include "importers/records.h"

namespace waymark::importers {

// Fails with unreadable on what is no KML, or holds no placemark.
Result<std::unique_ptr<RecordReader>> kml_records(const ByteSource& bytes);

}  // namespace waymark::importers
