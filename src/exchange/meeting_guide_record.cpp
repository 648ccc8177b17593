#include "exchange/meeting_guide_record.h"

#include <vector>

#include "core/number.h"
#include "core/text.h"

namespace waymark::exchange {

void read_coordinates(const Fields& fields, directory::Place& place) {
    std::vector<double> numbers;
    for (const auto& part : fields.list("coordinates")) {
        if (const auto number = parse_number<double>(trimmed(part))) numbers.push_back(*number);
    }
    if (numbers.size() != 2 && numbers.size() != 4) return;
    GeoPoint point{numbers[0], numbers[1]};
    if (numbers.size() == 4) {
        point = {(numbers[0] + numbers[2]) / 2, (numbers[1] + numbers[3]) / 2};
        place.is_approximate = true;
    }
    if (point.is_valid()) {
        place.point = point;
    } else {
        place.is_approximate = false;
        fields.defaults().warn("A position that is not on the map was left out.");
    }
}

}  // namespace waymark::exchange
