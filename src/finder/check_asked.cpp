#include "finder/check_asked.h"

#include "core/text.h"
#include "finder/request.h"

namespace waymark::finder {

Result<> check_where(const std::optional<GeoPoint>& near, std::optional<Kilometers> radius,
                     const std::optional<GeoBox>& box) {
    if (near && !near->is_valid()) return invalid_input("near", "Choose a place on Earth.");
    if (radius && (*radius <= Kilometers{0} || *radius > kRadiusMax)) {
        return invalid_input("radius", "Choose a distance of up to 500 km, which is 310 miles.");
    }
    if (box && !box->is_valid()) {
        return invalid_input("box", "Write the box as south,west,north,east in degrees.");
    }
    return {};
}

Result<> check_text(std::string_view text) {
    if (text.size() <= kTextBytesMax && is_utf8(text)) return {};
    return invalid_input("text", "Write a few words to look for, 200 characters at most.");
}

}  // namespace waymark::finder
