// Rows of the National Directory of Drug and Alcohol Use Treatment Facilities
// and of tables made from it. The headings tell the shape: codes in one column
// (`service_code_info`), one column for each code with 0 and 1, labels in one
// column ("All Services"), or no services at all.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "directory/facility.h"
#include "exchange/context.h"
#include "exchange/samhsa_codes.h"
#include "json/value.h"

namespace waymark::exchange {

class NationalColumns {
  public:
    // Fails with unreadable when no column holds the name, or none the place.
    static Result<NationalColumns> of(const std::vector<std::string>& headings);

    // The table's heading for one of our words ("name1"); empty: it has none.
    std::string_view heading_of(std::string_view word) const;
    // Heading to code, of a table with a column for each code.
    const std::map<std::string, std::string>& codes() const { return codes_; }

  private:
    std::map<std::string, std::string, std::less<>> heading_of_{};
    std::map<std::string, std::string> codes_{};
};

// A row without any service counts as one for substance use: the directory
// lists no others. Refuses a row without a name.
Result<directory::Facility> read_national(const json::Value& row, const NationalColumns& columns,
                                          const SamhsaReference& reference,
                                          const Defaults& defaults);

// A row of the sheet "Service Code Reference"; nothing when it has no code.
void add_to_reference(const json::Value& row, SamhsaReference& reference);

}  // namespace waymark::exchange
