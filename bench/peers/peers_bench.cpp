// Asks Waymark and engines of others the same questions over the same meetings:
// first whether the answers agree, then how long they take, in turn. Writes what
// it found as JSON; bench/run makes bench/RESULTS.md of it.
//
//   peers_bench FOLDER MEETINGS QUESTIONS ROUNDS [--postgis CONNECTION] [--bmlt-sql SOCKET]
//
// Exit code: 0 when all answers agree, 1 when some do not.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <span>

#include "core/number.h"
#include "engine.h"
#include "json/write.h"
#include "workload/measure.h"

namespace waymark::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;
using workload::Question;

double seconds_since(SteadyClock::time_point begin) {
    return std::chrono::duration<double>(SteadyClock::now() - begin).count();
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Rounds {  // One figure of each round.
    std::vector<double> p50{}, p99{};
};

struct Contender {
    std::unique_ptr<Engine> engine{};
    double load_seconds = 0;
    double stored_bytes = 0;
    std::size_t questions_a_class = 0;
    std::map<char, Rounds> times{};
    std::vector<double> questions_a_second{};
    std::map<char, std::size_t> compared{}, differing{};
    std::vector<std::string> differences{};  // Of the first few, both answers.
};

void load(Contender& contender, const std::string& table) {
    fmt::print(stderr, "{}: loading\n", contender.engine->name());
    const auto begin = SteadyClock::now();
    contender.engine->load(table);
    contender.load_seconds = seconds_since(begin);
    contender.stored_bytes = static_cast<double>(contender.engine->stored_bytes());
    fmt::print(stderr, "{}: loaded in {:.1f} s\n", contender.engine->name(),
               contender.load_seconds);
}

// The first so many of each class that it offers.
std::vector<const Question*> questions_for(const Contender& contender,
                                           const std::vector<Question>& questions) {
    std::map<char, std::size_t> asked;
    std::vector<const Question*> chosen;
    for (const auto& question : questions) {
        if (!contender.engine->offers(question.kind)) continue;
        if (asked[question.kind]++ < contender.questions_a_class) chosen.push_back(&question);
    }
    return chosen;
}

void compare(Contender& ours, Contender& other, const std::vector<Question>& questions) {
    constexpr std::size_t kTold = 5;
    for (const auto* question : questions_for(other, questions)) {
        ours.engine->ask(*question);
        other.engine->ask(*question);
        const auto expected = ours.engine->digest(), got = other.engine->digest();
        ++other.compared[question->kind];
        if (agree(question->kind, expected, got)) continue;
        ++other.differing[question->kind];
        if (other.differences.size() == kTold) continue;
        other.differences.push_back(fmt::format(
            "{} {}: {}: {}; {}: {}", question->kind, workload::query_of(*question, 50),
            ours.engine->name(), text_of(expected), other.engine->name(), text_of(got)));
        fmt::print(stderr, "{}\n", other.differences.back());
    }
}

void time_round(Contender& contender, const std::vector<Question>& questions) {
    std::map<char, std::vector<double>> spent;
    double sum = 0;
    const auto chosen = questions_for(contender, questions);
    for (const auto* question : chosen) {
        const auto begin = SteadyClock::now();
        contender.engine->ask(*question);
        const double seconds = seconds_since(begin);
        spent[question->kind].push_back(seconds * 1e6);
        sum += seconds;
    }
    for (auto& [kind, times] : spent) {
        const auto of = workload::percentiles_of(std::move(times));
        contender.times[kind].p50.push_back(of.p50);
        contender.times[kind].p99.push_back(of.p99);
    }
    contender.questions_a_second.push_back(static_cast<double>(chosen.size()) / sum);
}

void write_contender(json::Writer& out, const Contender& contender) {
    out.begin_object().key("name").string(contender.engine->name());
    out.key("load_seconds").real(contender.load_seconds);
    out.key("stored_bytes").real(contender.stored_bytes);
    out.key("questions_a_class").integer(static_cast<std::int64_t>(contender.questions_a_class));
    out.key("questions_a_second").real(median(contender.questions_a_second));
    out.key("classes").begin_object();
    for (const auto& [kind, rounds] : contender.times) {
        out.key(std::string{kind}).begin_object();
        out.key("p50").real(median(rounds.p50)).key("p99").real(median(rounds.p99));
        const auto count = [&](const auto& counts) {
            const auto found = counts.find(kind);
            return found == counts.end() ? 0 : static_cast<std::int64_t>(found->second);
        };
        out.key("compared").integer(count(contender.compared));
        out.key("differing").integer(count(contender.differing)).end_object();
    }
    out.end_object().key("differences").begin_array();
    for (const auto& difference : contender.differences)
        out.string(difference);
    out.end_array().end_object();
}

struct Options {
    std::string folder{};
    std::size_t meetings = 0, questions = 0, rounds = 0;
    std::map<std::string, std::string, std::less<>> peers{};
};

std::vector<Contender> contenders_of(const Options& options) {
    constexpr std::size_t kSlowEngine = 12;  // Questions a class: a second or more for each.
    std::vector<Contender> all;
    all.push_back({.engine = make_ours(options.meetings), .questions_a_class = options.questions});
    if (const auto found = options.peers.find("--postgis"); found != options.peers.end())
        all.push_back(
            {.engine = make_postgis(found->second), .questions_a_class = options.questions});
    all.push_back({.engine = make_sqlite(":memory:"), .questions_a_class = options.questions});
    if (const auto found = options.peers.find("--bmlt-sql"); found != options.peers.end())
        all.push_back({.engine = make_bmlt_sql(found->second),
                       .questions_a_class = std::min(options.questions, kSlowEngine)});
    return all;
}

int run(const Options& options) {
    const auto table = options.folder + "/meetings.tsv";
    write_table(options.meetings, table);
    auto contenders = contenders_of(options);
    for (auto& contender : contenders)
        load(contender, table);
    const auto questions = workload::questions(options.questions * workload::kClasses.size());
    bool all_agree = true;
    for (auto& other : std::span{contenders}.subspan(1)) {
        compare(contenders.front(), other, questions);
        all_agree = all_agree && other.differences.empty();
    }
    for (std::size_t round = 0; round < options.rounds; ++round) {
        for (auto& contender : contenders)
            time_round(contender, questions);
    }
    std::string text;
    json::Writer out{text};
    out.begin_object().key("meetings").integer(static_cast<std::int64_t>(options.meetings));
    out.key("rounds").integer(static_cast<std::int64_t>(options.rounds));
    out.key("engines").begin_array();
    for (const auto& contender : contenders)
        write_contender(out, contender);
    out.end_array().end_object();
    std::ofstream{options.folder + "/peers.json"} << text << '\n';
    return all_agree ? 0 : 1;
}

}  // namespace
}  // namespace waymark::bench

int main(int argc, char** argv) {
    if (argc < 5) {
        fmt::print(stderr,
                   "usage: peers_bench FOLDER MEETINGS QUESTIONS ROUNDS [--postgis "
                   "CONNECTION] [--bmlt-sql SOCKET]\n");
        return 2;
    }
    const auto number = [&](int at) { return std::strtoul(argv[at], nullptr, 10); };
    waymark::bench::Options options{
        .folder = argv[1], .meetings = number(2), .questions = number(3), .rounds = number(4)};
    for (int at = 5; at + 1 < argc; at += 2)
        options.peers[argv[at]] = argv[at + 1];
    try {
        return waymark::bench::run(options);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "peers_bench: {}\n", failure.what());
        return 2;
    }
}
