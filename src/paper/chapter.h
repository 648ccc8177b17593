// One article from its title to its sources, as strips.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "paper/body.h"
#include "paper/book.h"
#include "paper/strip.h"

namespace waymark::paper {

// The page of each address, as far as it is known.
using PageNumbers = std::map<std::string, int, std::less<>>;

// What the chapters of one book share while they are set.
struct BookSetting {
    const Book& book;
    double width = 0;
    const PageNumbers& pages;
    std::map<std::string, std::shared_ptr<const Drawing>, std::less<>>& drawings;  // Read once.

    // "page 12"; "" when no chapter has that address.
    std::string page_of(std::string_view address) const;
    // "example.org/find": of a page of the site, as one types it; "" for any other.
    std::string site_address(std::string_view address) const;
    // Where a click leads: an address of a chapter, or a whole one; "" for nowhere.
    std::string link_of(std::string_view address) const;
    BodyStyle style() const;
};

Strips chapter_strips(const Chapter& chapter, std::string_view part, const BookSetting& setting);
Strips cover_strips(const BookSetting& setting, double height);
Strips contents_strips(const BookSetting& setting);

}  // namespace waymark::paper
