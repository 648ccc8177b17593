// The numbers that come with the program, for asking whose one is.
#pragma once

#include <string>
#include <vector>

#include "content/helplines.h"
#include "directory/phone_book.h"

namespace waymark::content {

// Emergency numbers, helplines (by phone, by text, for the deaf) and programmes.
// They look into `lines` and our own tables.
std::vector<directory::ListedNumber> listed_numbers(const Helplines& lines);

// Where those numbers are dialled: the countries with a line or a number.
std::vector<std::string> listed_countries(const Helplines& lines);

}  // namespace waymark::content
