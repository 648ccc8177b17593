// Numbers that lists copy from one another wrongly, and whose they really are.
#pragma once

#include <span>
#include <string>

#include "core/time.h"
#include "directory/helpline.h"
#include "directory/phone_book.h"

namespace waymark::content {

struct OftenWrong {
    std::string id{};
    std::string shown{};   // How people write it.
    std::string dial{};    // Empty when it is about how numbers begin.
    std::string begins{};  // "+1833": every number that begins so and is on no list of ours.
    std::string country{};
    directory::InLanguages said_to_be{};  // In the lists that copy it.
    directory::InLanguages really{};      // A sentence.
    std::string line{};                   // The helpline meant, by its id; empty for none.
    bool is_confirmed = false;            // False: shown as not confirmed.
    std::string source{};
    Date seen_on{};
};

// In the file's order. Throws ContentError when our own data is wrong.
std::span<const OftenWrong> often_wrong();

// Null when it is none of them.
const OftenWrong* often_wrong(const directory::WantedNumber& wanted);

}  // namespace waymark::content
