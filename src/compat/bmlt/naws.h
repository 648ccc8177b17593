// The exchange file of NA World Services, column for column as GetNAWSDump of a BMLT
// server writes it: its rows, published or not, and one marked D for each meeting
// with a world id that is gone (for as long as change_log.h knows how it was).
#pragma once

#include <string>

#include "compat/bmlt/switchers.h"
#include "core/result.h"

namespace waymark::compat::bmlt {

struct NawsFile {
    std::string name{};  // "BMLT_AR24604_bronx_area_service_2026_11_22_10_00_00.csv"
    std::string text{};
};

// GetNAWSDump: the meetings of a service body and of those below it. Fails with
// invalid_input without sb_id, and with not_found when there is no such body.
Result<NawsFile> naws_dump(const Question& question);

// /feeds/naws.csv: fellowship=na,ha · source=nyc · service_body=1001; those of NA
// where neither fellowship nor source is asked for; nothing made up. Fails with
// invalid_input on anything else and on what is not known.
Result<NawsFile> naws_feed(const Question& question, const http::Fields& query);

// The line of column names, and that of one row, each with its line end.
std::string naws_header();
enum class NawsMark { none, deleted };
std::string naws_line(const Table& table, RowNumber row, NawsMark mark);

}  // namespace waymark::compat::bmlt
