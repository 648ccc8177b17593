// How fast the BMLT side answers, over HTTP on this machine, against what was
// recorded of BMLT 2.16.6 over the same meetings, and against nginx.
//
//   1. Each recorded request: at most 1/20 of the time recorded (ms_first).
//   2. The New York set twenty times over (31,100 meetings): text search, values
//      of a field, automatic radius and a page of a weekday at least 100 x faster
//      than BMLT 2.16.6 was (PHP 8.2, MariaDB; it took 6 to 8 s, 2.3 to 2.9 s,
//      0.15 s and 0.65 s: the lower figures are used).
//   3. The whole list of those (34 MB): at no less than a third of the speed at
//      which nginx serves it as a file, in turn, in this run.
//
// Ends with 1 when a target is missed, with 77 when the recordings are not there.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "compat/bmlt/routes.h"
#include "core/clock.h"
#include "fmt/format.h"
#include "http/router.h"
#include "http/server.h"
#include "importers/bytes.h"
#include "importers/import.h"
#include "json/parse.h"
#include "json/value.h"
#include "nginx.h"
#include "testing/http_client.h"
#include "testing/memory_store.h"

namespace waymark {
namespace {

using std::chrono::steady_clock;
using testing::HttpClient;

const std::filesystem::path kRecorded{WAYMARK_SOURCE_DIR "/../shared/data/meetings/bmlt"};
constexpr int kCopies = 20;
constexpr int kRounds = 15;
constexpr double kGoldenTimes = 20, kLargeTimes = 100, kNginxShare = 1.0 / 3;

std::string content_of(const std::filesystem::path& path) {
    std::ostringstream content;
    content << std::ifstream{path, std::ios::binary}.rdbuf();
    return content.str();
}

// The recorded meetings, with the bodies and formats that belong to them.
finder::SnapshotPtr new_york(int copies) {
    testing::MemoryStore store;
    const importers::ImportOptions options{
        .format = "bmlt",
        .source = "nyc",
        .lists = {content_of(kRecorded / "golden-2.16.6/service-bodies.json"),
                  content_of(kRecorded / "golden-2.16.6/formats-all.json")}};
    const auto report =
        importers::import_records(importers::bytes_of_text(content_of(kRecorded / "nyc-all.json")),
                                  options, store, SystemClock{});
    if (!report) throw std::runtime_error(report.error().message);
    std::vector<directory::Meeting> meetings;
    finder::Beside beside{.lists = store.lists()};
    for (int copy = 0; copy < copies; ++copy) {
        for (auto meeting : store.meetings()) {
            meeting.id.value += copy * 1'000'000LL;
            if (copy > 0) meeting.source_key = std::to_string(meeting.id.value);
            (meeting.is_published ? meetings : beside.unpublished).push_back(std::move(meeting));
        }
    }
    return std::make_shared<const finder::Snapshot>(std::move(meetings), store.sources(), 1,
                                                    finder::Facilities{}, std::move(beside));
}

// A server of those meetings, while the value lives.
class Server {
  public:
    explicit Server(finder::SnapshotPtr snapshot)
        : router_(compat::bmlt::routes([snapshot] { return snapshot; }, clock_),
                  [](int status, const http::Request&) {
                      http::Response response;
                      response.status = status;
                      return response;
                  }) {
        http::ServerOptions options;
        options.port = 0;
        options.metrics = std::make_shared<http::Metrics>();
        options.cost_of = [this](const http::Request& asked) { return router_.cost_of(asked); };
        auto listening = http::Server::listen(
            options, [this](const http::Request& asked) { return router_.answer(asked); },
            [](const std::string&) {});
        if (!listening) throw std::runtime_error(listening.error().message);
        server_ = std::move(*listening);
        thread_ = std::thread{[this] { server_->run(); }};
    }
    ~Server() {
        server_->stop();
        thread_.join();
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    std::uint16_t port() const { return server_->port(); }

  private:
    SystemClock clock_{};
    http::Router router_;
    std::unique_ptr<http::Server> server_;
    std::thread thread_;
};

double milliseconds(const std::function<void()>& work) {
    const auto begin = steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(steady_clock::now() - begin).count();
}

double median(std::vector<double> spent) {
    std::ranges::nth_element(spent, spent.begin() + static_cast<std::ptrdiff_t>(spent.size() / 2));
    return spent[spent.size() / 2];
}

// Of one request on a connection that is kept.
double median_ms(HttpClient& client, const std::string& path, int rounds = kRounds) {
    std::vector<double> spent;
    for (int i = 0; i < rounds; ++i)
        spent.push_back(milliseconds([&] { client.get(path); }));
    return median(std::move(spent));
}

struct Verdicts {
    int missed = 0;
    void tell(const std::string& what, double ours, double theirs, double wanted) {
        const bool is_met = theirs / ours >= wanted;
        missed += is_met ? 0 : 1;
        fmt::print("{:<24} {:>9.3f} ms  BMLT {:>7.0f} ms  {:>8.0f} x  (goal {} x){}\n", what, ours,
                   theirs, theirs / ours, wanted, is_met ? "" : "  MISSED");
    }
};

void replay_recorded(Verdicts& verdicts) {
    const Server server{new_york(1)};
    HttpClient client{server.port()};
    const auto manifest =
        json::parse(content_of(kRecorded / "golden-2.16.6/manifest.json")).value();
    const auto first = milliseconds(
        [&] { client.get("/main_server/client_interface/json/?switcher=GetServerInfo"); });
    fmt::print("first request after a change: {:.0f} ms\n", first);
    for (const auto& entry : *manifest.items()) {
        const auto path = "/main_server" + std::string{entry.text_or("path")};
        verdicts.tell(std::string{entry.text_or("name")}, median_ms(client, path),
                      static_cast<double>(*entry.find("ms_first")->integer()), kGoldenTimes);
    }
}

void ask_of_many(Verdicts& verdicts, HttpClient& client) {
    const std::string base = "/main_server/client_interface/json/?switcher=";
    const std::string fields = "&data_field_key=id_bigint,meeting_name,weekday_tinyint,start_time";
    const struct {
        const char* what;
        std::string path;
        double theirs;
    } asked[]{
        {"text search", "GetSearchResults&SearchString=step" + fields, 6000},
        {"values of the town", "GetFieldValues&meeting_key=location_municipality", 2300},
        {"values of the weekday", "GetFieldValues&meeting_key=weekday_tinyint", 2300},
        {"automatic radius",
         "GetSearchResults&lat_val=40.7&long_val=-73.98&geo_width=-10"
         "&sort_results_by_distance=1" +
             fields,
         150},
        {"page of a weekday", "GetSearchResults&weekdays=2&page_size=50&page_num=2" + fields, 650},
    };
    for (const auto& each : asked)
        verdicts.tell(each.what, median_ms(client, base + each.path), each.theirs, kLargeTimes);
}

void stream_whole_list(Verdicts& verdicts, const Server& server) {
    const std::string path = "/main_server/client_interface/json/?switcher=GetSearchResults";
    HttpClient ours{server.port()};
    std::string list;
    fmt::print("the whole list for the first time: {:.0f} ms\n",
               milliseconds([&] { list = ours.get(path).body; }));
    const bench::Nginx nginx{"list.json", list};
    std::vector<double> our_times, their_times;
    for (int i = 0; i < kRounds; ++i) {
        our_times.push_back(milliseconds([&] { bench::drain(server.port(), path); }));
        their_times.push_back(milliseconds([&] { bench::drain(nginx.port(), "/list.json"); }));
    }
    const double a = median(our_times), b = median(their_times);
    const bool is_met = b / a >= kNginxShare;
    verdicts.missed += is_met ? 0 : 1;
    fmt::print(
        "whole list, {:.1f} MB        {:>7.1f} ms  nginx {:>6.1f} ms  {:.2f} of its speed (goal "
        "{:.2f}){}\n",
        static_cast<double>(list.size()) / 1e6, a, b, b / a, kNginxShare, is_met ? "" : "  MISSED");
}

int run() {
    if (!std::filesystem::exists(kRecorded)) {
        std::cerr << "The recorded answers are not there: " << kRecorded.filename() << '\n';
        return 77;
    }
    Verdicts verdicts;
    replay_recorded(verdicts);
    const Server server{new_york(kCopies)};
    HttpClient client{server.port()};
    fmt::print("first request after a change, 31,100 meetings: {:.0f} ms\n", milliseconds([&] {
                   client.get("/main_server/client_interface/json/?switcher=GetServerInfo");
               }));
    ask_of_many(verdicts, client);
    stream_whole_list(verdicts, server);
    fmt::print("{} targets missed\n", verdicts.missed);
    return verdicts.missed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace waymark

int main() {
    return waymark::run();
}
