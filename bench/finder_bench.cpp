// How long the finder takes over 100,000 meetings: building a snapshot, and
// searches of every class (see synthetic.h), each with facets, reasons and
// words. Prints the median and the 99th percentile beside the mean.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>

#include "core/random.h"
#include "finder/answer_json.h"
#include "finder/search.h"
#include "synthetic.h"

namespace waymark {
namespace {

constexpr std::size_t kMeetings = 100'000;

const finder::Snapshot& snapshot() {
    static const finder::Snapshot kSnapshot{bench::meetings(kMeetings, 1), {}};
    return kSnapshot;
}

void build_snapshot(benchmark::State& state) {
    const auto meetings = bench::meetings(kMeetings, 1);
    for (auto _ : state) {
        state.PauseTiming();
        auto copy = meetings;
        state.ResumeTiming();
        const finder::Snapshot built{std::move(copy), {}};
        benchmark::DoNotOptimize(built.meetings().size());
    }
}
BENCHMARK(build_snapshot)->Unit(benchmark::kMillisecond)->Iterations(3);

void search(benchmark::State& state) {
    const auto kind = static_cast<char>(state.range(0));
    const Instant now = parse_instant("2026-11-21T18:00:00-05:00").value();
    Random random{7};
    std::vector<double> spent;
    std::int64_t found = 0;
    for (auto _ : state) {
        const auto request = bench::request(kind, random);
        const auto begin = std::chrono::steady_clock::now();
        const auto answer = finder::search(snapshot(), request, now);
        const auto end = std::chrono::steady_clock::now();
        found += answer->total;
        spent.push_back(std::chrono::duration<double, std::micro>(end - begin).count());
    }
    std::ranges::sort(spent);
    state.counters["p50_us"] = spent[spent.size() / 2];
    state.counters["p99_us"] = spent[spent.size() * 99 / 100];
    state.counters["found"] = static_cast<double>(found) / static_cast<double>(spent.size());
}
BENCHMARK(search)->DenseRange('a', 'g')->Unit(benchmark::kMicrosecond)->Iterations(500);

void answer_as_json(benchmark::State& state) {
    const Instant now = parse_instant("2026-11-21T18:00:00-05:00").value();
    Random random{7};
    finder::ParsedRequest asked{.request = bench::request('f', random)};
    const auto answer = finder::search(snapshot(), asked.request, now).value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(finder::answer_json(snapshot(), asked, answer, now));
    }
}
BENCHMARK(answer_as_json)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace waymark
