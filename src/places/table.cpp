#include "places/table.h"

#include <stdexcept>

namespace waymark::places {

Table::Table(std::string_view bytes) : bytes_(bytes) {
    if (!bytes.starts_with("WMT1")) throw std::runtime_error("A place table is missing");
}

std::string_view Table::section(std::size_t number) const {
    const Column<std::uint32_t> header(bytes_);
    if (number >= header[1]) throw std::runtime_error("A place table lacks a section");
    return bytes_.substr(header[2 + 2 * number], header[3 + 2 * number]);
}

}  // namespace waymark::places
