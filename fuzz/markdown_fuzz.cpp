// Any bytes as Markdown: never a crash, never markup that the writer chose.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/text.h"
#include "html/markdown.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto html = waymark::html::to_html(waymark::html::parse_markdown(text)).markup();
    const auto lower = waymark::ascii_lower(html);
    for (const std::string_view tag :
         {"<script", "<img", "<svg", "<iframe", "<style", "href=\"j"}) {
        if (lower.find(tag) != lower.npos) std::abort();
    }
    return 0;
}
