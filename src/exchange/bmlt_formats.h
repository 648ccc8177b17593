// The formats of a BMLT server: its keys ("WC"), the ids that stand for them in
// format_shared_id_list, and what they say. A server may rename and add keys;
// its own list, sent with the meetings, says how.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"
#include "directory/feature.h"
#include "exchange/features.h"
#include "json/value.h"

namespace waymark::exchange {

// A format that we write: BMLT's stock ones, then ours for what those cannot say.
struct StockFormat {
    int id = 0;
    std::string_view key{};
    std::string_view world_id{};
    std::string_view type{};  // format_type_enum: "FC1", "FC2", "FC3", "O", "LANG".
    std::string_view name{};  // English.
    directory::FeatureSet features{};
    std::string_view language{};
    VenueMark venue = VenueMark::none;
};

std::span<const StockFormat> stock_formats();  // By id.

class BmltFormats {
  public:
    // NA's stock formats.
    static const BmltFormats& stock();

    // From the `formats` of an answer; entries that make no sense are passed over.
    static BmltFormats of(const json::Value& formats);

    // Nothing for a key that neither this list nor the stock one has.
    std::optional<CodeMeaning> meaning(std::string_view key) const;

    // The key of a shared id, for records that give only ids; empty when unknown.
    std::string_view key_of(std::string_view id) const;

  private:
    std::map<std::string, CodeMeaning, std::less<>> by_key_{};
    std::map<std::string, std::string, std::less<>> key_of_id_{};
};

}  // namespace waymark::exchange
