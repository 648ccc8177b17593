#include "http/router.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/text.h"

namespace waymark::http {
namespace {

// "/a/b" is {"a", "b"}; "/" is {""}.
std::vector<std::string_view> parts_of(std::string_view path) {
    return split(path.substr(std::min<std::size_t>(1, path.size())), '/');
}

bool is_same_method(Method asked, Method route) {
    return asked == route || (asked == Method::head && route == Method::get);
}

bool is_allowed(const Route& route, const Request& request) {
    return route.audience == Audience::anyone || request.from_loopback;
}

}  // namespace

void PathParams::add(std::string name, std::string value) {
    values_.emplace_back(std::move(name), std::move(value));
}

std::string_view PathParams::operator[](std::string_view name) const {
    const auto found = std::ranges::find(values_, name, &Fields::value_type::first);
    return found == values_.end() ? std::string_view{} : std::string_view{found->second};
}

std::vector<Router::Segment> Router::parse(const std::string& pattern) {
    if (!pattern.starts_with('/')) throw std::logic_error("a route starts with /: " + pattern);
    std::vector<Segment> segments;
    for (const std::string_view part : parts_of(pattern)) {
        if (!segments.empty() && segments.back().kind == Segment::Kind::rest) {
            throw std::logic_error("nothing comes after the rest: " + pattern);
        }
        const bool is_hole = part.starts_with(':');
        if (!is_hole && !part.starts_with('*')) {
            segments.push_back({.text = std::string{part}});
            continue;
        }
        const std::size_t dot = is_hole ? part.find('.') : part.npos;
        Segment segment{.kind = is_hole ? Segment::Kind::hole : Segment::Kind::rest,
                        .text = std::string{part.substr(1, dot == part.npos ? dot : dot - 1)}};
        if (segment.text.empty()) throw std::logic_error("a hole needs a name: " + pattern);
        if (dot != part.npos) {
            segment.kind = Segment::Kind::ending;
            segment.ending = part.substr(dot);
        }
        segments.push_back(std::move(segment));
    }
    return segments;
}

bool Router::fits(const Entry& entry, const std::vector<std::string_view>& parts) {
    const auto& segments = entry.segments;
    const bool has_rest = segments.back().kind == Segment::Kind::rest;
    if (has_rest ? parts.size() < segments.size() : parts.size() != segments.size()) return false;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment& segment = segments[i];
        const std::string_view part = parts[i];
        switch (segment.kind) {
            case Segment::Kind::literal:
                if (part != segment.text) return false;
                break;
            case Segment::Kind::ending:
                if (part.size() <= segment.ending.size() || !part.ends_with(segment.ending)) {
                    return false;
                }
                break;
            case Segment::Kind::hole:
            case Segment::Kind::rest:
                if (part.empty()) return false;
                break;
        }
    }
    return true;
}

bool Router::goes_before(const Entry& a, const Entry& b) {
    return std::ranges::lexicographical_compare(
        a.segments, b.segments, {}, [](const Segment& segment) { return segment.kind; },
        [](const Segment& segment) { return segment.kind; });
}

PathParams Router::params_of(const Entry& entry, std::string_view path) {
    PathParams params;
    std::string_view rest = path.substr(1);
    for (const Segment& segment : entry.segments) {
        const bool is_last = segment.kind == Segment::Kind::rest;
        const std::string_view part = is_last ? rest : rest.substr(0, rest.find('/'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        if (segment.kind == Segment::Kind::literal) continue;
        params.add(segment.text, std::string{part.substr(0, part.size() - segment.ending.size())});
    }
    return params;
}

Router::Router(std::vector<Route> routes, OnRefusal on_refusal)
    : on_refusal_(std::move(on_refusal)) {
    for (Route& route : routes) {
        const auto is_same = [&](const Entry& entry) {
            return entry.route.pattern == route.pattern && entry.route.method == route.method;
        };
        if (std::ranges::any_of(entries_, is_same)) {
            throw std::logic_error("the route is there twice: " + route.pattern);
        }
        if (!route.action) throw std::logic_error("the route answers nothing: " + route.pattern);
        auto segments = parse(route.pattern);
        Entry entry{std::move(route), std::move(segments)};
        const auto place = std::ranges::upper_bound(entries_, entry, goes_before);
        entries_.insert(place, std::move(entry));
    }
}

const Router::Entry* Router::find(const Request& request, bool& is_path_known) const {
    if (!request.path.starts_with('/')) return nullptr;
    const auto parts = parts_of(request.path);
    for (const Entry& entry : entries_) {
        if (!fits(entry, parts) || !is_allowed(entry.route, request)) continue;
        is_path_known = true;
        if (is_same_method(request.method, entry.route.method)) return &entry;
    }
    return nullptr;
}

Response Router::refuse(int status, const Request& request) const {
    Response response = on_refusal_ ? on_refusal_(status, request) : Response{};
    response.status = status;
    return response;
}

Response Router::answer(const Request& request) const {
    bool is_path_known = false;
    const Entry* entry = find(request, is_path_known);
    if (entry != nullptr) {
        Response response = entry->route.action(request, params_of(*entry, request.path));
        if (response.route_label.empty()) response.route_label = entry->route.pattern;
        return response;
    }
    if (!is_path_known) return refuse(404, request);
    Response response = refuse(405, request);
    const bool is_post = request.method == Method::post;
    response.headers.emplace_back("Allow", is_post ? "GET, HEAD" : "POST");
    return response;
}

Cost Router::cost_of(const Request& request) const {
    bool is_path_known = false;
    const Entry* entry = find(request, is_path_known);
    return entry == nullptr ? Cost::plain : entry->route.cost;
}

}  // namespace waymark::http
