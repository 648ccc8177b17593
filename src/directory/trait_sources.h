// From the terms a list uses to what is known of a place. Never from the words
// of a label: "detoxification" stands in the names of medication protocols too.
//
// Source of the SAMHSA codes: "Service Code Reference" of the National
// Directory of Drug and Alcohol Use Treatment Facilities (public domain).
#pragma once

#include "directory/facility.h"
#include "directory/trait_set.h"

namespace waymark::directory {

// What its attributes say. A term that is missing says nothing; only a term
// that denies ("NMOA", a value of "no") makes a no.
Traits traits_of(const Facility& facility);

// Who says so: the provenance of the first attribute behind a known trait;
// null when nothing is known of it.
const Provenance* provenance_of(const Facility& facility, Trait trait);

// The attribute that states a trait in our own words.
Attribute attribute_of(Trait trait, bool is_yes = true);

// Names under which Narconon works, and places whose list says they belong to
// it: no evidence, no medication (Scientology-linked). They carry a warning and
// are never ranked up.
bool needs_evidence_warning(const Facility& facility);

}  // namespace waymark::directory
