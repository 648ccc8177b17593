#include "compat/hsds/collections.h"

#include <algorithm>
#include <array>
#include <vector>

#include "compat/hsds/select.h"
#include "compat/hsds/write_facts.h"
#include "compat/hsds/write_objects.h"
#include "core/text.h"

namespace waymark::compat::hsds {
namespace {

Depth depth_of(const Query& query) {
    return query.full ? Depth::full : Depth::plain;
}

tl::unexpected<Error> nothing() {
    return fail(ErrorKind::not_found, "Nothing here has this id.", "id");
}

// Those entries that the query leaves, each written by write(out, entry).
template <class Write>
Result<http::Response> list_of(std::span<const Entry> entries, const View& view, const Query& query,
                               Write write) {
    const auto left = entries_left(entries, rows_left(view.facilities(), view.catalogue, query));
    return list_answer(query,
                       {.count = left.size(),
                        .write = [&](json::Writer& out, std::size_t i) { write(out, *left[i]); }});
}

template <class Write>
Result<std::string> one_of(std::span<const Entry> entries, std::string_view id, Write write) {
    const auto* entry = entry_with(entries, id);
    if (entry == nullptr) return nothing();
    std::string body;
    json::Writer out{body};
    write(out, *entry);
    return body;
}

// A service that is there, or one that is gone.
struct Listed {
    const Entry* entry = nullptr;
    const Gone* gone = nullptr;
    std::string_view id() const { return entry != nullptr ? entry->id : gone->id; }
};

std::vector<Listed> services_left(const View& view, const Query& query) {
    const auto rows = rows_left(view.facilities(), view.catalogue, query);
    std::vector<Listed> left;
    for (const auto* entry : entries_left(view.catalogue.services(), rows))
        left.push_back({.entry = entry});
    const auto middle = static_cast<std::ptrdiff_t>(left.size());
    for (const auto* gone : gone_left(view.catalogue, query))
        left.push_back({.gone = gone});
    std::ranges::inplace_merge(left, left.begin() + middle, {}, &Listed::id);
    return left;
}

void write_listed(json::Writer& out, const View& view, const Query& query, const Listed& each) {
    if (each.gone != nullptr)
        query.minimal ? write_minimal(out, *each.gone) : write_gone(out, *each.gone);
    else if (query.minimal)
        write_minimal(out, view, *each.entry);
    else
        write_service(out, view, *each.entry, depth_of(query));
}

Result<http::Response> list_services(const View& view, const Query& query) {
    const auto left = services_left(view, query);
    return list_answer(query,
                       {.count = left.size(), .write = [&](json::Writer& out, std::size_t i) {
                            write_listed(out, view, query, left[i]);
                        }});
}

Result<std::string> one_service(const View& view, const Query&, std::string_view id) {
    if (const auto* gone = gone_with(view.catalogue.gone(), id)) {
        std::string body;
        json::Writer out{body};
        write_gone(out, *gone);
        return body;
    }
    return one_of(view.catalogue.services(), id, [&](json::Writer& out, const Entry& entry) {
        write_service(out, view, entry, Depth::full);
    });
}

Result<http::Response> list_organizations(const View& view, const Query& query) {
    const auto services = query.full_service ? Services::full
                          : query.full       ? Services::brief
                                             : Services::none;
    const auto depth = query.has_everything() ? Depth::full : Depth::plain;
    return list_of(view.catalogue.organizations(), view, query,
                   [&](json::Writer& out, const Entry& entry) {
                       write_organization(out, view, entry, depth, services);
                   });
}

Result<std::string> one_organization(const View& view, const Query& query, std::string_view id) {
    const auto services = query.full_service ? Services::full : Services::brief;
    return one_of(view.catalogue.organizations(), id, [&](json::Writer& out, const Entry& entry) {
        write_organization(out, view, entry, Depth::full, services);
    });
}

Result<http::Response> list_locations(const View& view, const Query& query) {
    return list_of(view.catalogue.locations(), view, query,
                   [&](json::Writer& out, const Entry& entry) {
                       write_location(out, view, entry, depth_of(query));
                   });
}

Result<std::string> one_location(const View& view, const Query&, std::string_view id) {
    return one_of(view.catalogue.locations(), id, [&](json::Writer& out, const Entry& entry) {
        write_location(out, view, entry, Depth::full);
    });
}

Result<http::Response> list_services_at_locations(const View& view, const Query& query) {
    return list_of(view.catalogue.services_at_locations(), view, query,
                   [&](json::Writer& out, const Entry& entry) {
                       write_service_at_location(out, view, entry, depth_of(query));
                   });
}

Result<std::string> one_service_at_location(const View& view, const Query&, std::string_view id) {
    return one_of(view.catalogue.services_at_locations(), id,
                  [&](json::Writer& out, const Entry& entry) {
                      write_service_at_location(out, view, entry, Depth::full);
                  });
}

// Every word of the search begins a word of the name or the code.
bool says(std::string_view name, const std::string& search) {
    const auto folded = fold(name);
    const auto wanted = fold(search);
    const auto words = words_of(folded);
    return std::ranges::all_of(words_of(wanted), [&](std::string_view want) {
        return std::ranges::any_of(words,
                                   [&](std::string_view word) { return word.starts_with(want); });
    });
}

Result<http::Response> list_taxonomies(const View& view, const Query& query) {
    std::vector<const Taxonomy*> left;
    for (const auto& taxonomy : view.catalogue.terms().taxonomies()) {
        if (says(taxonomy.name + " " + taxonomy.description, query.search))
            left.push_back(&taxonomy);
    }
    return list_answer(
        query, {.count = left.size(),
                .write = [&](json::Writer& out, std::size_t i) { write_taxonomy(out, *left[i]); }});
}

Result<std::string> one_taxonomy(const View& view, const Query&, std::string_view id) {
    const auto* taxonomy = view.catalogue.terms().taxonomy(id);
    if (taxonomy == nullptr) return nothing();
    std::string body;
    json::Writer out{body};
    write_taxonomy(out, *taxonomy);
    return body;
}

bool is_wanted(const Term& term, const Query& query) {
    return (query.taxonomy_id.empty() || term.taxonomy_id == query.taxonomy_id) &&
           (query.parent_id.empty() || term.parent_id == query.parent_id) &&
           (!query.top_only || term.parent_id.empty()) &&
           says(term.name + " " + term.code, query.search);
}

Result<http::Response> list_terms(const View& view, const Query& query) {
    std::vector<const Term*> left;
    for (const auto& term : view.catalogue.terms().terms()) {
        if (is_wanted(term, query)) left.push_back(&term);
    }
    return list_answer(query,
                       {.count = left.size(), .write = [&](json::Writer& out, std::size_t i) {
                            write_term(out, view, *left[i], Depth::plain);
                        }});
}

Result<std::string> one_term(const View& view, const Query&, std::string_view id) {
    const auto* term = view.catalogue.terms().term(id);
    if (term == nullptr) return nothing();
    std::string body;
    json::Writer out{body};
    write_term(out, view, *term, Depth::full);
    return body;
}

constexpr auto kCollections = std::to_array<Collection>({
    {"services", list_services, one_service},
    {"organizations", list_organizations, one_organization},
    {"locations", list_locations, one_location},
    {"service_at_locations", list_services_at_locations, one_service_at_location},
    {"taxonomies", list_taxonomies, one_taxonomy},
    {"taxonomy_terms", list_terms, one_term},
});

}  // namespace

std::span<const Collection> collections() {
    return kCollections;
}

}  // namespace waymark::compat::hsds
