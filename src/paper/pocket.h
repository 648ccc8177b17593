// A list for the pocket: narrow columns on a sheet laid across, four a side,
// to be folded between them and then once in half. Values in, bytes out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "paper/ink.h"
#include "paper/qr.h"

namespace waymark::paper {

inline constexpr std::size_t kPocketColumns = 4;

struct PocketEntry {
    std::string time{};   // "7:30 PM"
    std::string title{};  // In strong letters behind it.
    std::vector<std::string> lines{};
};

struct PocketSection {
    std::string title{};  // "Monday"
    std::vector<PocketEntry> entries{};
};

struct PocketList {
    std::string title{}, subtitle{};
    std::string alarm{};  // In red, below them.
    std::vector<PocketSection> sections{};
    std::string legend_title{};
    std::vector<std::string> legend{}, notes{};
    std::optional<QrCode> code{};  // At the end, with its words.
    std::string code_words{};
};

// All texts are UTF-8. No entry is cut by a fold. `window` is the window's title.
std::string pocket_pdf(const PocketList& list, Sheet sheet, std::string_view window);

}  // namespace waymark::paper
