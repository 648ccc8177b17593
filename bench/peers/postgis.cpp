// PostgreSQL with PostGIS, as one who knows it well would set it up: rows in
// the order of a space-filling curve, an index for each class, everything in
// memory, prepared statements with a plan of their own for each question.
#include <fmt/format.h>
#include <postgresql/libpq-fe.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <span>
#include <stdexcept>

#include "core/number.h"
#include "engine.h"

namespace waymark::bench {
namespace {

using workload::Question;

constexpr const char* kSettings = R"(
    SET max_parallel_workers_per_gather = 0; SET jit = off; SET plan_cache_mode = force_custom_plan;
    SET random_page_cost = 1.1; SET work_mem = '256MB'; SET maintenance_work_mem = '1GB')";

constexpr const char* kTables = R"(
    CREATE EXTENSION IF NOT EXISTS postgis; CREATE EXTENSION IF NOT EXISTS btree_gist;
    DROP TABLE IF EXISTS meeting; DROP TABLE IF EXISTS ready;
    CREATE UNLOGGED TABLE ready (id bigint, name text, location text, address text, notes text,
        region text, town text, latitude float8, longitude float8, weekday smallint,
        start smallint, utc_minute smallint, programme smallint, venue smallint, language text,
        tags bigint, words text))";

constexpr const char* kIndexes = R"(
    CREATE UNLOGGED TABLE meeting AS
        SELECT id, name, location, address, notes, region, town, latitude, longitude, weekday,
            start, utc_minute, programme, venue, language, tags,
            ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)::geography AS point,
            array_to_tsvector(array_remove(string_to_array(words, ' '), '')) AS words
        FROM ready ORDER BY ST_SetSRID(ST_MakePoint(longitude, latitude), 4326);
    DROP TABLE ready;
    ALTER TABLE meeting ADD PRIMARY KEY (id);
    CREATE INDEX ON meeting USING gist (point);
    CREATE INDEX ON meeting USING gin (words);
    CREATE INDEX ON meeting USING gist (programme, (point::geometry));
    CREATE INDEX ON meeting (language, utc_minute, id) WHERE venue IN (1, 2);
    VACUUM ANALYZE meeting)";

#define ROW_COLUMNS                                                                           \
    "id, name, location, address, notes, region, town, latitude, longitude, weekday, start, " \
    "programme, venue, language, tags"

constexpr const char* kNearest = "SELECT " ROW_COLUMNS R"(, point <-> $1::geography FROM meeting
    WHERE venue <> 1 AND weekday = ANY($2::smallint[]) AND start >= $3::smallint
        AND start < $4::smallint AND tags & $5::bigint <> 0
    ORDER BY point <-> $1::geography LIMIT 50)";

constexpr const char* kWords =
    "SELECT " ROW_COLUMNS R"(, ST_Distance(point, $1::geography, false) AS away FROM meeting
    WHERE ST_DWithin(point, $1::geography, $2::float8, false) AND words @@ $3::tsquery
    ORDER BY away LIMIT 50)";

// The envelope's edges are kept as float4: the columns say what is inside.
constexpr const char* kBox = "SELECT " ROW_COLUMNS R"(, count(*) OVER () FROM meeting
    WHERE point::geometry && ST_MakeEnvelope($2::float8, $1::float8, $4::float8, $3::float8, 4326)
        AND latitude BETWEEN $1::float8 AND $3::float8
        AND longitude BETWEEN $2::float8 AND $4::float8 AND programme = $5::smallint
    ORDER BY weekday, start, id LIMIT 200)";

constexpr const char* kSoon = "SELECT " ROW_COLUMNS R"( FROM meeting
    WHERE venue IN (1, 2) AND language = $1::text AND utc_minute BETWEEN $2::smallint
        AND $3::smallint
    ORDER BY utc_minute, id LIMIT $4::int)";

constexpr const char* kCounts = R"(
    SELECT weekday, programme, venue, language, tags, count(*) FROM meeting
    WHERE ST_DWithin(point, $1::geography, $2::float8, false)
    GROUP BY weekday, programme, venue, language, tags)";

#undef ROW_COLUMNS

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, Clear>;

class PostGis final : public Engine {
  public:
    explicit PostGis(const std::string& connection) : link_(PQconnectdb(connection.c_str())) {
        if (PQstatus(link_) != CONNECTION_OK) fail();
        run(kSettings);
    }
    ~PostGis() override { PQfinish(link_); }
    PostGis(const PostGis&) = delete;
    PostGis& operator=(const PostGis&) = delete;

    std::string_view name() const override { return "PostGIS"; }

    void load(const std::string& table) override {
        run(kTables);
        copy(table);
        std::string_view left = kIndexes;  // One by one: VACUUM allows no company.
        while (!left.empty()) {
            const auto end = std::min(left.find(';'), left.size());
            run(std::string{left.substr(0, end)});
            left.remove_prefix(std::min(end + 1, left.size()));
        }
        prepare();
    }

    std::int64_t stored_bytes() override {
        const auto size = run("SELECT pg_total_relation_size('meeting')");
        return std::strtoll(PQgetvalue(size.get(), 0, 0), nullptr, 10);
    }

    void ask(const Question& question) override {
        kind_ = question.kind;
        rest_.reset();
        switch (kind_) {
            case 'a':
                return ask_nearest(question);
            case 'b':
                return ask_words(question);
            case 'c':
                return ask_box(question);
            case 'd':
                return ask_soon(question);
            default:
                return ask_counts(question);
        }
    }

    Digest digest() const override {
        Digest digest;
        digest.facets.resize(facet_names().size());
        for (const auto* rows : {rows_.get(), rest_.get()}) {
            const int count = rows == nullptr ? 0 : PQntuples(rows);
            for (int row = 0; row < count; ++row)
                kind_ == 'e' ? add_group(digest, row) : add_row(digest, rows, row);
        }
        return digest;
    }

  private:
    [[noreturn]] void fail() const { throw std::runtime_error{PQerrorMessage(link_)}; }

    ResultPtr checked(PGresult* result) const {
        ResultPtr owned{result};
        const auto status = PQresultStatus(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN)
            fail();
        return owned;
    }

    ResultPtr run(const std::string& sql) const { return checked(PQexec(link_, sql.c_str())); }

    void copy(const std::string& table) {
        run("COPY ready FROM STDIN");
        std::ifstream in{table};
        std::array<char, 1 << 16> piece{};
        while (in.read(piece.data(), piece.size()) || in.gcount() > 0) {
            if (PQputCopyData(link_, piece.data(), static_cast<int>(in.gcount())) != 1) fail();
        }
        if (PQputCopyEnd(link_, nullptr) != 1) fail();
        while (PGresult* result = PQgetResult(link_))
            checked(result);
    }

    void prepare() {
        for (const auto& [name, sql] :
             {std::pair{"a", kNearest}, std::pair{"b", kWords}, std::pair{"c", kBox},
              std::pair{"d", kSoon}, std::pair{"e", kCounts}}) {
            checked(PQprepare(link_, name, sql, 0, nullptr));
        }
    }

    ResultPtr execute(const char* name, std::initializer_list<std::string> values) const {
        std::array<const char*, 5> texts{};
        std::size_t count = 0;
        for (const auto& value : values)
            texts[count++] = value.c_str();
        return checked(PQexecPrepared(link_, name, static_cast<int>(count), texts.data(), nullptr,
                                      nullptr, 0));
    }

    static std::string point_of(const Question& question) {
        const auto& near = *question.request.near;
        return fmt::format("SRID=4326;POINT({} {})", near.longitude, near.latitude);
    }

    static std::string meters_of(const Question& question) {
        return fmt::format("{}", question.request.radius->value * 1000);
    }

    void ask_nearest(const Question& question) {
        const auto& request = question.request;
        std::string days;
        for (unsigned day = 0; day < 7; ++day) {
            if (!request.weekdays.has(std::chrono::weekday{day})) continue;
            days += fmt::format("{}{}", days.empty() ? '{' : ',', day);
        }
        rows_ =
            execute("a", {point_of(question), days + "}", std::to_string(request.after->count()),
                          std::to_string(request.before->count()),
                          std::to_string(request.audience.bits())});
    }

    void ask_words(const Question& question) {
        std::string query;
        for (const char letter : question.request.text)
            query += letter == ' ' ? std::string{":* & "} : std::string{letter};
        rows_ = execute("b", {point_of(question), meters_of(question), query + ":*"});
    }

    void ask_box(const Question& question) {
        const auto& box = *question.request.box;
        const auto programme = static_cast<int>(question.request.fellowships.front());
        rows_ = execute("c", {fmt::format("{}", box.south), fmt::format("{}", box.west),
                              fmt::format("{}", box.north), fmt::format("{}", box.east),
                              std::to_string(programme)});
    }

    // The window may pass the end of the week: then the rest is at its beginning.
    void ask_soon(const Question& question) {
        const auto& language = question.request.languages.front();
        const auto window = minutes_of_week(question);
        rows_ = execute(
            "d", {language, std::to_string(window.first), std::to_string(window.last), "50"});
        const int found = PQntuples(rows_.get());
        if (window.wrapped_last < 0 || found == 50) return;
        rest_ = execute(
            "d", {language, "0", std::to_string(window.wrapped_last), std::to_string(50 - found)});
    }

    void ask_counts(const Question& question) {
        rows_ = execute("e", {point_of(question), meters_of(question)});
    }

    std::int64_t number(const PGresult* rows, int row, int column) const {
        return std::strtoll(PQgetvalue(rows, row, column), nullptr, 10);
    }

    void add_row(Digest& digest, const PGresult* rows, int row) const {
        constexpr int kBeyond = 15;  // After the columns of the row.
        add_to_order(digest.order, number(rows, row, 0));
        digest.count = kind_ == 'c' ? number(rows, row, kBeyond) : digest.count + 1;
        if (kind_ == 'a' || kind_ == 'b')
            digest.farthest_km =
                parse_number<double>(PQgetvalue(rows, row, kBeyond)).value() / 1000;
    }

    void add_group(Digest& digest, int row) const {
        const auto* rows = rows_.get();
        const auto times = number(rows, row, 5);
        digest.count += times;
        count_in(digest.facets,
                 {.weekday = static_cast<int>(number(rows, row, 0)),
                  .programme = static_cast<int>(number(rows, row, 1)),
                  .venue = static_cast<int>(number(rows, row, 2)),
                  .language = PQgetvalue(rows, row, 3),
                  .tags = static_cast<std::uint64_t>(number(rows, row, 4))},
                 times);
    }

    PGconn* link_;
    char kind_ = 'a';
    ResultPtr rows_{};
    ResultPtr rest_{};
};

}  // namespace

std::unique_ptr<Engine> make_postgis(const std::string& connection) {
    return std::make_unique<PostGis>(connection);
}

}  // namespace waymark::bench
