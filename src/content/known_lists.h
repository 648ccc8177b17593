// Public lists of meetings and places that this program knows the addresses of,
// for a host to choose from. Addresses only: nothing is read by itself.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/time.h"
#include "directory/helpline.h"

namespace waymark::content {

struct KnownList {
    // What to call the source; "{state}" is the state's letters, small.
    std::string id{};
    std::string name{};
    std::string kind{};        // "bmlt", "meeting-guide", "findtreatment", "otp", "other".
    std::string format{};      // Of `waymark import`.
    std::string fellowship{};  // Its code; "" for places of help.
    // ISO 3166: "US", "US-PA"; "US-*" for one list for each state; "*" for all the world.
    std::vector<std::string> areas{};
    std::string url{};      // May have {state_number}, or {latitude} and {longitude}.
    std::string license{};  // As its owner names it; "" where nobody said.
    bool may_republish = false;
    int every_hours = 12;       // How often it is worth reading.
    Date seen_on{};             // When the address stood …
    std::string seen_in{};      // … here.
    bool is_confirmed = false;  // A person has opened it and read a list there.
    directory::InLanguages note{};
    bool stands_in = false;  // Offered only where no other list of its programme is.
    std::map<std::string, int, std::less<>> state_numbers{};  // For {state_number}, by "PA".
};

class KnownLists {
  public:
    // Those compiled in. Throws ContentError when our own data is wrong.
    KnownLists();

    // As the host has them: {"add": [list…], "off": ["id"…]}, each may be missing,
    // in the words of content/sources/known.json. Fails with unreadable, naming
    // the list, on a mistake.
    static Result<KnownLists> with_local(std::string_view json);

    std::span<const KnownList> all() const { return lists_; }

  private:
    std::vector<KnownList> lists_{};
};

}  // namespace waymark::content
