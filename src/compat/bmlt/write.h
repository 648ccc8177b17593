// Meetings, formats and service bodies as JSON: every value a text, "" for what
// is not known.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compat/bmlt/parameters.h"
#include "compat/bmlt/search.h"
#include "compat/bmlt/table.h"
#include "json/write.h"

namespace waymark::compat::bmlt {

// What an answer depends on beside the table.
struct Manner {
    std::string root{};  // "https://waymark.example/main_server"
    std::string language{kNativeLanguage};
    std::vector<std::size_t> columns{};  // To be written, ascending.
};

// Fields asked for with data_field_key; all when it names none that there is.
std::vector<std::size_t> columns_asked(const Parameters& parameters, const Table& table);

// What a found meeting says in that column.
std::string field_text(const Table& table, const Manner& manner, const Found& found,
                       std::size_t column);

// Arrays.
void write_meetings(std::string& out, const Table& table, const Manner& manner,
                    std::span<const Found> found);
void write_formats(std::string& out, const Manner& manner,
                   std::span<const directory::ListedFormat* const> formats);
// The formats that these meetings have, in the manner's language, by id.
std::vector<const directory::ListedFormat*> formats_of(const Table& table, const Manner& manner,
                                                       std::span<const Found> found);

}  // namespace waymark::compat::bmlt
