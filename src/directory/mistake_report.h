// "This is wrong": what a visitor says of a listing, for the host to look into.
// Nothing of who said it is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/result.h"
#include "core/time.h"
#include "directory/facility.h"
#include "directory/meeting.h"

namespace waymark::directory {

inline constexpr std::size_t kReportWordsMax = 1000;  // Bytes.
inline constexpr std::size_t kReportsOpenMax = 2000;  // Then no more are taken.
inline constexpr std::size_t kReportsOfOneMax = 20;   // Open, about one listing.

enum class Mistake : std::uint8_t { gone, time, place, contact, link, unsafe, other };
std::string_view code_of(Mistake mistake);  // "gone", "time" …
std::optional<Mistake> mistake_of_code(std::string_view code);

struct MistakeReport {
    std::int64_t id = 0;  // Given when it is added.
    std::variant<MeetingId, FacilityId> about{};
    Mistake mistake = Mistake::other;
    std::string words{};  // Of the visitor: untrusted text.
    Instant at{};
    friend bool operator==(const MistakeReport&, const MistakeReport&) = default;
};

class MistakeReports {
  public:
    virtual ~MistakeReports() = default;

    // Fails with limit_reached when too many wait, with not_found for a listing
    // that is not there.
    virtual Result<> add(const MistakeReport& report) = 0;
    virtual std::vector<MistakeReport> open() const = 0;  // Oldest first.
    virtual Result<> close(std::int64_t id) = 0;          // Deletes it; not_found.
};

}  // namespace waymark::directory
