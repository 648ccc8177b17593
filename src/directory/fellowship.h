// The programmes whose meetings we list, and what each is about.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace waymark::directory {

enum class Fellowship : std::uint8_t {
    unknown,
    na,
    ha,
    aa,
    ca,
    cma,
    ma,
    smart,
    refuge_recovery,
    recovery_dharma,
    lifering,
    celebrate_recovery,
    women_for_sobriety,
    al_anon,
    nar_anon,
    families_anonymous,
    drug_addicts_anonymous,
    pal,
    aca,
    coda,
    other,
};

// What kind of programme it is.
enum class Family : std::uint8_t { unknown, twelve_step, secular, buddhist, christian, relatives };

// What its members come about. `relatives`: somebody else's use.
enum class Concern : std::uint8_t {
    unknown,
    any,
    drugs,
    opioids,
    stimulants,
    cannabis,
    alcohol,
    relatives
};

struct FellowshipInfo {
    Fellowship fellowship{};
    std::string_view code{};        // "na": in URLs, options and JSON.
    std::string_view short_name{};  // "NA": on a chip.
    std::string_view name{};        // "Narcotics Anonymous".
    Family family{};
    Concern concern{};
};

// Every fellowship, ordered as the enum is.
std::span<const FellowshipInfo> fellowships();
const FellowshipInfo& info(Fellowship fellowship);
std::optional<Fellowship> fellowship_of_code(std::string_view code);
std::string_view code_of(Family family);
std::string_view code_of(Concern concern);

// Whether a person who uses opioids is in the room's own words a member:
// drugs, opioids or any addiction, or not known.
bool is_for_opioid_users(Fellowship fellowship);

}  // namespace waymark::directory
