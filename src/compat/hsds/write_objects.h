// Services, organizations, locations and services at locations as JSON objects
// of HSDS 3.1. A confidential place comes without address and point: they are
// not in the snapshot.
#pragma once

#include "compat/hsds/view.h"
#include "json/write.h"

namespace waymark::compat::hsds {

// The id and when it last changed: for harvesters that only compare.
void write_minimal(json::Writer& out, const View& view, const Entry& service);
void write_minimal(json::Writer& out, const Gone& gone);

void write_service(json::Writer& out, const View& view, const Entry& service, Depth depth);
// With "status": "defunct".
void write_gone(json::Writer& out, const Gone& gone);

void write_location(json::Writer& out, const View& view, const Entry& location, Depth depth);

// With its location; full with its service, phones, hours and areas too.
void write_service_at_location(json::Writer& out, const View& view, const Entry& at, Depth depth);

// What of an organization's services is written with it.
enum class Services { none, brief, full };
void write_organization(json::Writer& out, const View& view, const Entry& organization, Depth depth,
                        Services services);

}  // namespace waymark::compat::hsds
