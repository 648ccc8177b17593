// XML of strangers, told as it is read: elements opened, closed and the text
// between. A document type, and with it every entity that could grow or reach
// outside, refuses the document. Prefixes of names are cut off.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/result.h"

namespace waymark::importers {

using XmlAttributes = std::map<std::string, std::string, std::less<>>;

struct XmlListener {
    std::function<void(std::string_view element, const XmlAttributes&)> opened{};
    // `text`: what stood directly in the element, in one piece.
    std::function<void(std::string_view element, std::string text)> closed{};
};

// Fails with unreadable on what is no well-formed XML, has a document type, is
// nested deeper than kDepthMax or holds a text longer than kRecordBytesMax.
Result<> read_xml(std::string_view document, const XmlListener& listener);

}  // namespace waymark::importers
