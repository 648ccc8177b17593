// GetNAWSDump: the meetings of a service body, published or not, as the exchange
// file of NA World Services, column for column.
#pragma once

#include <string>

#include "compat/bmlt/switchers.h"
#include "core/result.h"

namespace waymark::compat::bmlt {

struct NawsDump {
    std::string file_name{};  // "BMLT_AR24604_Bronx_Area_Service.csv"
    std::string text{};
};

// Fails with invalid_input without sb_id, and with not_found when there is no such body.
Result<NawsDump> naws_dump(const Question& question);

}  // namespace waymark::compat::bmlt
