// What kind of text a table's bytes are.
#pragma once

#include <string>
#include <string_view>

namespace waymark::importers {

bool is_ascii(std::string_view bytes);

// Windows-1252 (and so Latin-1) to UTF-8. Every byte means something in it:
// the five that Microsoft left free become the controls of Latin-1.
std::string from_windows_1252(std::string_view bytes);

// The separator that a header line uses most outside quotation marks: `,`, `;`
// or tab; `,` when it has none.
char separator_of(std::string_view header_line);

}  // namespace waymark::importers
