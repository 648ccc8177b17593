// What lists say of a place, as attributes with their terms, and who said so and
// when, as metadata.
#pragma once

#include "compat/hsds/view.h"
#include "json/write.h"

namespace waymark::compat::hsds {

// {"id", "name", "description"}.
void write_taxonomy(json::Writer& out, const Taxonomy& taxonomy);
// `depth` full: with its taxonomy.
void write_term(json::Writer& out, const View& view, const Term& term, Depth depth);

// "attributes" and "metadata" of a service. The first metadata is the source of
// every attribute that brings none of its own.
void write_facts(json::Writer& out, const View& view, const Entry& service);

}  // namespace waymark::compat::hsds
