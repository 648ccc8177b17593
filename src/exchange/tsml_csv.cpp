#include "exchange/tsml_csv.h"

#include "exchange/mapped_csv.h"

namespace waymark::exchange {

Result<ColumnMap> tsml_columns(std::span<const std::string> headings) {
    ColumnMap map = ColumnMap::recognized(headings);
    TRY(map.check(headings));
    return map;
}

Result<directory::Meeting> read_tsml_csv(const json::Value& row, const ColumnMap& headings,
                                         const Defaults& defaults) {
    return read_mapped_csv(row, headings, defaults);
}

}  // namespace waymark::exchange
