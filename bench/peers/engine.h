// One of several engines that are asked the same questions in turn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "workload/questions.h"

namespace waymark::bench {

// What an answer says, short enough to compare: two engines agree when theirs
// are equal (`farthest_km` to a millimetre).
struct Digest {
    std::int64_t count = 0;              // a, b, d: rows given, 50 at most; c, e: all there are.
    double farthest_km = 0;              // a, b: of the last row given.
    std::uint64_t order = 0;             // c, d: of the ids in their order.
    std::vector<std::int64_t> facets{};  // e, in the order of facet_names().
};
bool agree(char kind, const Digest& a, const Digest& b);
std::string text_of(const Digest& digest);

void add_to_order(std::uint64_t& order, std::int64_t id);

// "weekday mon", "programme na" … what the finder counts and any engine can.
const std::vector<std::string>& facet_names();
struct FacetRow {
    int weekday = 0, programme = 0, venue = 0;
    std::string_view language{};
    std::uint64_t tags = 0;
};
void count_in(std::vector<std::int64_t>& facets, const FacetRow& row, std::int64_t times = 1);

// Which minutes of the week class d asks for, where engines keep a start as one:
// [first, last], and [0, wrapped_last] of the week after (-1: none of it).
struct WeekWindow {
    int first = 0, last = 0, wrapped_last = -1;
};
WeekWindow minutes_of_week(const workload::Question& question);

class Engine {
  public:
    virtual ~Engine() = default;
    virtual std::string_view name() const = 0;

    // Reads a table of write_table() and builds all its indexes.
    virtual void load(const std::string& table) = 0;
    virtual std::int64_t stored_bytes() = 0;  // 0: not told.
    virtual bool offers(char) const { return true; }

    // Answers with full rows, and keeps the answer until the next question.
    // This is what is timed.
    virtual void ask(const workload::Question& question) = 0;
    virtual Digest digest() const = 0;
};

std::unique_ptr<Engine> make_ours(std::size_t meetings);
std::unique_ptr<Engine> make_postgis(const std::string& connection);
std::unique_ptr<Engine> make_sqlite(const std::string& file);
std::unique_ptr<Engine> make_bmlt_sql(const std::string& socket);

// The workload's meetings as tab-separated values, ready for the engines: no
// parsing, checking or folding is left to them. Columns: id, name, location,
// address, notes, region, town, latitude, longitude, weekday, start, utc_minute
// (of the week, in the week of the questions), programme, venue, language, tags
// (a bit a feature), words (folded).
void write_table(std::size_t meetings, const std::string& file);

}  // namespace waymark::bench
