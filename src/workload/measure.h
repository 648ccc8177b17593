// How long the finder takes over the workload: building the snapshot, then each
// question answered once as rows and once as the JSON of the whole answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "finder/snapshot.h"
#include "workload/questions.h"

namespace waymark::workload {

// Microseconds; the 99th percentile is the worst of a hundred.
struct Percentiles {
    double p50 = 0;
    double p99 = 0;
};
Percentiles percentiles_of(std::vector<double> spent);  // Zeros for none.

struct ClassTimes {
    char kind = 'a';
    std::size_t asked = 0;
    double mean_matches = 0;
    Percentiles search{};
    Percentiles json{};  // Search and JSON together.
};

struct Measured {
    std::size_t meetings = 0;
    double generate_seconds = 0;
    double build_seconds = 0;
    double resident_bytes = 0;      // What the snapshot added to the process; 0 where not known.
    double questions_a_second = 0;  // One thread, all classes in turn, JSON included.
    std::vector<ClassTimes> classes{};
};

struct MeasureRequest {
    std::size_t meetings = 100'000;
    std::size_t questions = 10'000;
    std::uint64_t seed = 1;
};

Measured measure(const MeasureRequest& request);

// Runs one question; the answer's JSON, as the API gives it.
std::string answer_of(const finder::Snapshot& snapshot, const Question& question);

std::string table_of(const Measured& measured);  // For people.
std::string json_of(const Measured& measured);   // For programs, one line.

}  // namespace waymark::workload
