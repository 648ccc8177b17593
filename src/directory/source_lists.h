// What a source says beside its listings: the bodies that answer for them, and
// what the codes in them mean. Only BMLT servers send such lists today.
#pragma once

#include <string>
#include <vector>

#include "directory/source.h"

namespace waymark::directory {

// An area, a region …; a meeting names its own by id (Meeting::service_body).
struct ServiceBody {
    std::string id{};
    std::string parent_id{};  // "0" or empty at the top.
    std::string name{}, description{};
    std::string type{};  // "AS" an area, "RS" a region …, as BMLT writes it.
    std::string url{}, helpline{}, world_id{};
    friend bool operator==(const ServiceBody&, const ServiceBody&) = default;
};

// A format in one language; the same id in another language is the same format.
struct ListedFormat {
    int id = 0;
    std::string language{};  // As the source writes it: "en", "dk".
    std::string key{};       // "WC": as meetings name it (Meeting::codes).
    std::string name{}, description{}, world_id{};
    std::string type{};  // "FC1" …, as BMLT writes it.
    friend bool operator==(const ListedFormat&, const ListedFormat&) = default;
};

struct SourceLists {
    SourceId source{};
    std::vector<ServiceBody> service_bodies{};
    std::vector<ListedFormat> formats{};
    bool empty() const { return service_bodies.empty() && formats.empty(); }
    friend bool operator==(const SourceLists&, const SourceLists&) = default;
};

}  // namespace waymark::directory
