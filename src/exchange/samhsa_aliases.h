// What SAMHSA called its services in other years, and what each is called now.
#pragma once

#include <span>
#include <string_view>

namespace waymark::exchange {

struct SamhsaAlias {
    std::string_view label{};
    std::string_view code{};
};

std::span<const SamhsaAlias> samhsa_aliases();

}  // namespace waymark::exchange
