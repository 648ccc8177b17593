// The site as one table: method, pattern, who may, what it costs, what answers.
//
//   "/now"            that path alone
//   "/meetings/:id"   one segment, decoded: path["id"]
//   "/meetings/:id.ics"   a segment with that ending; goes before ":id"
//   "/assets/*file"   all the rest, slashes too
//
// HEAD is answered by the GET route. Literal segments go before holes.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace waymark::http {

enum class Audience {
    anyone,
    loopback,  // To all others the route is not there (404).
};

enum class Cost {
    crisis,  // Never shed, answered at once: must be quick. The style sheet too.
    search,  // Counts against the client's searches.
    report,  // What a stranger leaves for the host to read: a few an hour.
    plain,
};

class PathParams {
  public:
    void add(std::string name, std::string value);
    std::string_view operator[](std::string_view name) const;  // "" when the pattern has none.

  private:
    Fields values_{};
};

struct Route {
    Method method = Method::get;
    std::string pattern{};
    std::function<Response(const Request&, const PathParams&)> action{};
    Audience audience = Audience::anyone;
    Cost cost = Cost::plain;
};

// The page for 403, 404, 405 …: `status` is set again afterwards.
using OnRefusal = std::function<Response(int status, const Request&)>;

class Router {
  public:
    // Throws std::logic_error on a pattern that is wrong or there twice.
    Router(std::vector<Route> routes, OnRefusal on_refusal);

    // Fills in route_label. 404 when no pattern fits, 405 when only the method does not.
    Response answer(const Request& request) const;
    Cost cost_of(const Request& request) const;

  private:
    struct Segment {
        enum class Kind { literal, ending, hole, rest };
        Kind kind = Kind::literal;
        std::string text{};  // The literal, or the name of the hole.
        std::string ending{};
    };
    struct Entry {
        Route route;
        std::vector<Segment> segments;
    };

    static std::vector<Segment> parse(const std::string& pattern);
    static bool fits(const Entry& entry, const std::vector<std::string_view>& parts);
    static bool goes_before(const Entry& a, const Entry& b);
    static PathParams params_of(const Entry& entry, std::string_view path);
    const Entry* find(const Request& request, bool& is_path_known) const;
    Response refuse(int status, const Request& request) const;

    std::vector<Entry> entries_;
    OnRefusal on_refusal_;
};

}  // namespace waymark::http
