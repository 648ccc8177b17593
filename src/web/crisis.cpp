#include "web/crisis.h"

namespace waymark::web {

using html::Data;

Data crisis_line(const Visit& visit) {
    return Data::object(
        {{"emergency", "911"},
         {"emergency_dial", "911"},
         {"helpline",
          Data::object({{"href", "tel:988"}, {"label", visit.speak.say("988: call or text")}})}});
}

}  // namespace waymark::web
