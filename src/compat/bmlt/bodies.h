// The service bodies of a directory: those of its BMLT source as they came, and
// one for every other source, so that all meetings belong to one.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "compat/bmlt/parameters.h"
#include "directory/source_lists.h"

namespace waymark::compat::bmlt {

using BodyId = std::int64_t;

class Bodies {
  public:
    // Adds one; an id that is there already, or is no positive number, is passed over.
    void add(const directory::ServiceBody& body);
    bool has(BodyId id) const { return bodies_.contains(id); }

    const std::map<BodyId, directory::ServiceBody>& all() const { return bodies_; }
    const directory::ServiceBody* find(BodyId id) const;
    BodyId parent_of(BodyId id) const;  // 0 at the top.

    // The ids with all that stand below them; sorted, each once.
    std::vector<BodyId> with_descendants(std::vector<BodyId> ids) const;
    std::vector<BodyId> with_ancestors(std::vector<BodyId> ids) const;
    // What a query means by its ids: with descendants on both sides when `recursive`.
    Ids meant(Ids ids, bool recursive) const;

  private:
    std::map<BodyId, directory::ServiceBody> bodies_{};
    std::multimap<BodyId, BodyId> children_{};
};

}  // namespace waymark::compat::bmlt
