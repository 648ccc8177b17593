#include "workload/measure.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>

#include "finder/answer_json.h"
#include "json/write.h"
#include "workload/records.h"

namespace waymark::workload {
namespace {

using SteadyClock = std::chrono::steady_clock;

double seconds_since(SteadyClock::time_point begin) {
    return std::chrono::duration<double>(SteadyClock::now() - begin).count();
}

double resident_bytes() {
    std::ifstream pages{"/proc/self/statm"};
    double all = 0, resident = 0;
    pages >> all >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

struct Spent {
    std::vector<double> search{};
    std::vector<double> json{};
    std::size_t matches = 0;
};

void ask(const finder::Snapshot& snapshot, const Question& question, Spent& spent) {
    const finder::ParsedRequest asked{.request = question.request, .now = question.now};
    const auto begin = SteadyClock::now();
    const auto answer = finder::search(snapshot, question.request, question.now).value();
    spent.search.push_back(seconds_since(begin) * 1e6);
    const auto json = finder::answer_json(snapshot, asked, answer, question.now);
    spent.json.push_back(seconds_since(begin) * 1e6);
    spent.matches += answer.matches.size();
}

std::vector<ClassTimes> ask_all(const finder::Snapshot& snapshot,
                                const std::vector<Question>& questions) {
    std::map<char, Spent> spent;
    for (const auto& question : questions)
        ask(snapshot, question, spent[question.kind]);
    std::vector<ClassTimes> classes;
    for (const auto& [kind, times] : spent) {
        const auto asked = times.json.size();
        classes.push_back(
            {.kind = kind,
             .asked = asked,
             .mean_matches = static_cast<double>(times.matches) / static_cast<double>(asked),
             .search = percentiles_of(times.search),
             .json = percentiles_of(times.json)});
    }
    return classes;
}

}  // namespace

Percentiles percentiles_of(std::vector<double> spent) {
    if (spent.empty()) return {};
    std::ranges::sort(spent);
    return {.p50 = spent[spent.size() / 2], .p99 = spent[spent.size() * 99 / 100]};
}

std::string answer_of(const finder::Snapshot& snapshot, const Question& question) {
    const finder::ParsedRequest asked{.request = question.request, .now = question.now};
    const auto answer = finder::search(snapshot, question.request, question.now).value();
    return finder::answer_json(snapshot, asked, answer, question.now);
}

Measured measure(const MeasureRequest& request) {
    Measured measured{.meetings = request.meetings};
    const auto asked = questions(request.questions, request.seed + 1);
    const double before = resident_bytes();
    auto begin = SteadyClock::now();
    auto meetings = listings(request.meetings, request.seed);
    measured.generate_seconds = seconds_since(begin);
    begin = SteadyClock::now();
    const finder::Snapshot snapshot{std::move(meetings), 0, {}, {}, {}};
    measured.build_seconds = seconds_since(begin);
    measured.resident_bytes = std::max(0.0, resident_bytes() - before);
    begin = SteadyClock::now();
    measured.classes = ask_all(snapshot, asked);
    measured.questions_a_second = static_cast<double>(asked.size()) / seconds_since(begin);
    return measured;
}

std::string table_of(const Measured& measured) {
    std::string table = fmt::format(
        "{} meetings: made in {:.1f} s, snapshot built in {:.2f} s, {:.0f} bytes a meeting\n\n"
        "class  asked  found   search p50       p99   with JSON p50       p99   (microseconds)\n",
        measured.meetings, measured.generate_seconds, measured.build_seconds,
        measured.resident_bytes / static_cast<double>(std::max<std::size_t>(measured.meetings, 1)));
    for (const auto& each : measured.classes) {
        table += fmt::format("{:>5}  {:>5}  {:>5.1f}   {:>10.1f} {:>9.1f}   {:>13.1f} {:>9.1f}\n",
                             each.kind, each.asked, each.mean_matches, each.search.p50,
                             each.search.p99, each.json.p50, each.json.p99);
    }
    return table + fmt::format("\n{:.0f} questions a second, all classes in turn, one thread\n",
                               measured.questions_a_second);
}

std::string json_of(const Measured& measured) {
    std::string text;
    json::Writer out{text};
    out.begin_object().key("meetings").integer(static_cast<std::int64_t>(measured.meetings));
    out.key("generate_seconds").real(measured.generate_seconds);
    out.key("build_seconds").real(measured.build_seconds);
    out.key("resident_bytes").real(measured.resident_bytes);
    out.key("questions_a_second").real(measured.questions_a_second);
    out.key("classes").begin_object();
    for (const auto& each : measured.classes) {
        out.key(std::string{each.kind}).begin_object();
        out.key("asked").integer(static_cast<std::int64_t>(each.asked));
        out.key("search_p50").real(each.search.p50).key("search_p99").real(each.search.p99);
        out.key("json_p50").real(each.json.p50).key("json_p99").real(each.json.p99);
        out.end_object();
    }
    out.end_object().end_object();
    return text;
}

}  // namespace waymark::workload
