// The query of a BMLT client, as PHP reads one: "x=1,2", "x=1" or "x[]=1&x[]=2".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace waymark::compat::bmlt {

// No list of a query is read further than this.
inline constexpr std::size_t kItemsMax = 10'000;

// "4,-19": what is wanted, and what is not.
struct Ids {
    std::vector<std::int64_t> wanted{}, unwanted{};  // Sorted, each once; both positive.
    bool empty() const { return wanted.empty() && unwanted.empty(); }
    // Whether `id` is wanted (or nothing is), and not unwanted.
    bool pass(std::int64_t id) const;
};

class Parameters {
  public:
    // `fields` must outlive this.
    explicit Parameters(const http::Fields& fields) : fields_(fields) {}

    // Given at all, with or without a value.
    bool has(std::string_view name) const;
    // The last of that name, trimmed; "" when there is none.
    std::string_view text(std::string_view name) const;
    bool is_one(std::string_view name) const { return text(name) == "1"; }
    std::optional<double> number(std::string_view name) const;
    std::optional<std::int64_t> integer(std::string_view name) const;
    // Every value, as it was given: no commas are taken apart.
    std::vector<std::string_view> values(std::string_view name) const;
    // Every value, taken apart at its commas and trimmed; no empty ones.
    std::vector<std::string_view> list(std::string_view name) const;
    // The same as numbers; what is none counts as 0, which no id is.
    Ids ids(std::string_view name) const;

  private:
    const http::Fields& fields_;
};

}  // namespace waymark::compat::bmlt
