#include "compat/bmlt/bodies.h"

#include <set>

#include "core/number.h"

namespace waymark::compat::bmlt {

void Bodies::add(const directory::ServiceBody& body) {
    const auto id = parse_number<BodyId>(body.id).value_or(0);
    if (id <= 0 || !bodies_.emplace(id, body).second) return;
    children_.emplace(parent_of(id), id);
}

const directory::ServiceBody* Bodies::find(BodyId id) const {
    const auto found = bodies_.find(id);
    return found == bodies_.end() ? nullptr : &found->second;
}

BodyId Bodies::parent_of(BodyId id) const {
    const auto* body = find(id);
    return body == nullptr ? 0 : parse_number<BodyId>(body->parent_id).value_or(0);
}

// A server's list can go round in a circle: every id is taken once.
std::vector<BodyId> Bodies::with_descendants(std::vector<BodyId> ids) const {
    std::set<BodyId> all;
    while (!ids.empty()) {
        const BodyId id = ids.back();
        ids.pop_back();
        if (!all.insert(id).second) continue;
        const auto [first, last] = children_.equal_range(id);
        for (auto child = first; child != last; ++child)
            ids.push_back(child->second);
    }
    return {all.begin(), all.end()};
}

std::vector<BodyId> Bodies::with_ancestors(std::vector<BodyId> ids) const {
    std::set<BodyId> all;
    for (BodyId id : ids) {
        while (id > 0 && all.insert(id).second)
            id = parent_of(id);
    }
    return {all.begin(), all.end()};
}

Ids Bodies::meant(Ids ids, bool recursive) const {
    if (!recursive) return ids;
    return {with_descendants(std::move(ids.wanted)), with_descendants(std::move(ids.unwanted))};
}

}  // namespace waymark::compat::bmlt
