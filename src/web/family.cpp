#include "web/family.h"

#include "directory/fellowship.h"

namespace waymark::web {

const std::string& family_fellowships() {
    static const std::string codes = [] {
        std::string list;
        for (const auto& fellowship : directory::fellowships()) {
            if (fellowship.concern != directory::Concern::relatives) continue;
            list += (list.empty() ? "" : ",") + std::string{fellowship.code};
        }
        return list;
    }();
    return codes;
}

}  // namespace waymark::web
