// The fields of a stranger's record, read with patience: numbers may be text
// and text numbers, lists may be written with commas, anything may be missing.
// Text comes out plain: no HTML, no hidden characters, trimmed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geo.h"
#include "exchange/context.h"
#include "json/value.h"

namespace waymark::exchange {

class Fields {
  public:
    // Both must outlive this.
    Fields(const json::Value& record, const Defaults& defaults)
        : record_(record), defaults_(defaults) {}

    // Null when the field is missing, null or an empty text.
    const json::Value* raw(std::string_view key) const;

    std::string text(std::string_view key) const;  // May hold line ends.
    std::string line(std::string_view key) const;  // Line ends become spaces.
    std::optional<double> number(std::string_view key) const;

    // The items of an array, or the parts between commas; no empty ones.
    std::vector<std::string> list(std::string_view key) const;

    // A web address; one that cannot be shown is left out, with a warning.
    std::string link(std::string_view key) const;

    // "yes", "no", true, 1 …
    std::optional<bool> flag(std::string_view key) const;

    // Left out, with a warning, when it is not on Earth or (0, 0).
    std::optional<GeoPoint> point(std::string_view latitude, std::string_view longitude) const;

    const Defaults& defaults() const { return defaults_; }

  private:
    const json::Value& record_;
    const Defaults& defaults_;
};

// A scalar as the text a person would write for it; empty for any other value.
std::string text_of(const json::Value& value);

}  // namespace waymark::exchange
