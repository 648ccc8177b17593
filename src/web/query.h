// What somebody asks of the find page: the parameters of the address (or of a
// posted form), turned into the finder's options. `when` is the page's own: the
// choices a person thinks in (now, today, tonight, a weekday).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "core/zone.h"
#include "finder/request.h"
#include "http/message.h"

namespace waymark::web {

// A page that searches: its address, and the parameters it knows, in the order
// in which a link has them.
struct SearchPage {
    std::string_view address{};
    std::span<const std::string_view> names{};
};
extern const SearchPage kFindPage;

class Query {
  public:
    // Takes the parameters that the page knows, and no others; empty ones are
    // left out. A posted `at` ("39.95258,-75.16522") is the reader's place.
    // `page` must outlive the query.
    static Query of(const http::Request& request, const SearchPage& page = kFindPage);

    bool is_empty() const { return asked_.empty() && at_.empty(); }
    bool is_precise() const { return !at_.empty(); }
    const std::string& at() const { return at_; }

    std::string_view address() const { return page_->address; }
    std::string value(std::string_view name) const;                // The first; "" for none.
    std::vector<std::string> values(std::string_view name) const;  // Of lists, every item.
    bool has(std::string_view name, std::string_view value) const;
    void set(std::string_view name, std::string value);  // "" takes it out.

    // Whether one takes part only from afar, so that no place matters.
    bool is_online_only() const;

    // The address of this search with one parameter changed, from its first
    // page. Coordinates in it have two decimals.
    std::string link(std::string_view name = {}, std::string value = {}) const;

  private:
    explicit Query(const SearchPage& page) : page_(&page) {}

    const SearchPage* page_;
    finder::Options asked_{};
    std::string at_{};
};

// What is searched, and where it was understood to be.
struct Asked {
    finder::SearchRequest request{};
    std::optional<places::Answer> place{};  // Of `near` or `at`, also when it does not limit.
    std::optional<Zone> here{};             // The clock there.
    bool is_turned_online = false;          // No place was given, so only online is searched.
};

// Fails with invalid_input or not_found, naming the field at fault.
Result<Asked> read_query(Query& query, Instant now, const finder::PlaceLocator& locate);

}  // namespace waymark::web
