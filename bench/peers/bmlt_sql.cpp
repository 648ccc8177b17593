// MariaDB with the tables and the questions of a BMLT server, told from its
// published source: a row of the essentials, five rows of key and value a
// meeting, formats as numbers between commas, distances computed for every row.
// Kinder than the real one: no PHP, no second table of long texts, the pages of
// 50 hits only, a ladder of circles that goes around the Earth, and words with a
// beginning where it would search anywhere inside of them.
#include <fmt/format.h>
#include <mysql.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "core/number.h"
#include "core/text.h"
#include "directory/feature.h"
#include "engine.h"

namespace waymark::bench {
namespace {

using workload::Question;

constexpr const char* kMain = R"(
    CREATE TABLE comdef_meetings_main (id_bigint BIGINT UNSIGNED PRIMARY KEY,
        service_body_bigint BIGINT UNSIGNED NOT NULL, weekday_tinyint TINYINT UNSIGNED,
        venue_type TINYINT UNSIGNED, start_time TIME, formats VARCHAR(255), lang_enum VARCHAR(7),
        longitude DOUBLE, latitude DOUBLE, published TINYINT NOT NULL DEFAULT 1,
        KEY (weekday_tinyint), KEY (service_body_bigint), KEY (start_time), KEY (formats),
        KEY (lang_enum), KEY (longitude), KEY (latitude), KEY (published)))";
constexpr const char* kData = R"(
    CREATE TABLE comdef_meetings_data (meetingid_bigint BIGINT UNSIGNED NOT NULL,
        `key` VARCHAR(32) NOT NULL, lang_enum VARCHAR(7), visibility INT, data_string TEXT,
        KEY (meetingid_bigint), KEY (`key`), KEY (lang_enum), KEY (visibility)))";

// As BMLT numbers them, from 1.
int venue_type(int venue) {
    return venue == 0 ? 1 : venue == 1 ? 2 : 3;
}

std::string formats_of(std::uint64_t tags) {
    std::string formats;
    for (unsigned bit = 0; bit < 64; ++bit) {
        if ((tags >> bit & 1) != 0) formats += fmt::format("{}{}", formats.empty() ? "" : ",", bit);
    }
    return formats;
}

int number_in(const char* text) {
    return static_cast<int>(std::strtol(text, nullptr, 10));
}

std::uint64_t tags_of(std::string_view formats) {
    std::uint64_t tags = 0;
    for (const auto each : split(formats, ',')) {
        if (!each.empty())
            tags |= std::uint64_t{1} << std::strtoul(std::string{each}.c_str(), nullptr, 10);
    }
    return tags;
}

std::string distance_to(const GeoPoint& point) {
    return fmt::format(
        "(2 * {} * ASIN(LEAST(1, SQRT(POW(SIN(RADIANS(latitude - {}) / 2), 2) + COS(RADIANS({})) * "
        "COS(RADIANS(latitude)) * POW(SIN(RADIANS(longitude - {}) / 2), 2)))))",
        kEarthRadiusKm, point.latitude, point.latitude, point.longitude);
}

// Around a pole or over the date line it holds nothing: so it is there.
std::string box_around(const GeoPoint& point, double km) {
    const double high = km / 111.19;
    const double wide = high / std::max(0.01, std::cos(point.latitude * 0.017453292519943295));
    return fmt::format("latitude BETWEEN {} AND {} AND longitude BETWEEN {} AND {}",
                       point.latitude - high, point.latitude + high, point.longitude - wide,
                       point.longitude + wide);
}

std::string has_any_format(std::uint64_t tags) {
    std::string any;
    for (unsigned bit = 0; bit < 64; ++bit) {
        if ((tags >> bit & 1) == 0) continue;
        any += fmt::format(
            "{}formats LIKE '{}' OR formats LIKE '{},%' OR formats LIKE '%,{}' OR "
            "formats LIKE '%,{},%'",
            any.empty() ? "" : " OR ", bit, bit, bit, bit);
    }
    return "(" + any + ")";
}

std::string conditions_of_nearest(const finder::SearchRequest& request) {
    std::string days;
    for (unsigned day = 0; day < 7; ++day) {
        if (request.weekdays.has(std::chrono::weekday{day}))
            days += fmt::format("{}{}", days.empty() ? "" : ",", day);
    }
    return fmt::format(
        "published = 1 AND venue_type IN (1, 3) AND weekday_tinyint IN ({}) AND "
        "start_time >= '{}:00' AND start_time < '{}:00' AND {}",
        days, format_time_of_day(*request.after), format_time_of_day(*request.before),
        has_any_format(request.audience.bits()));
}

class BmltSql final : public Engine {
  public:
    explicit BmltSql(const std::string& socket) : link_(mysql_init(nullptr)) {
        unsigned int local = 1;
        mysql_options(link_, MYSQL_OPT_LOCAL_INFILE, &local);
        if (!mysql_real_connect(link_, nullptr, "root", nullptr, nullptr, 0, socket.c_str(), 0))
            fail();
    }
    ~BmltSql() override { mysql_close(link_); }
    BmltSql(const BmltSql&) = delete;
    BmltSql& operator=(const BmltSql&) = delete;

    std::string_view name() const override { return "BMLT-shaped SQL"; }
    bool offers(char kind) const override { return kind != 'c' && kind != 'd'; }

    void load(const std::string& table) override {
        for (const char* sql :
             {"DROP DATABASE IF EXISTS bmlt", "CREATE DATABASE bmlt CHARACTER SET utf8mb4",
              "USE bmlt", "SET optimizer_switch = 'semijoin=off,materialization=off'", kMain,
              kData}) {
            run(sql);
        }
        write_tables(table);
        run("LOAD DATA LOCAL INFILE '" + table + ".main' INTO TABLE comdef_meetings_main");
        run("LOAD DATA LOCAL INFILE '" + table + ".data' INTO TABLE comdef_meetings_data");
        run("ANALYZE TABLE comdef_meetings_main, comdef_meetings_data");
        take_rows();
    }

    std::int64_t stored_bytes() override {
        run("SELECT SUM(data_length + index_length) FROM information_schema.tables WHERE "
            "table_schema = 'bmlt'");
        return take_number();
    }

    void ask(const Question& question) override {
        digest_ = {};
        digest_.facets.resize(facet_names().size());
        if (question.kind == 'a') return ask_nearest(question);
        if (question.kind == 'b') return ask_words(question);
        ask_radius(question);
    }

    Digest digest() const override { return digest_; }

  private:
    [[noreturn]] void fail() const { throw std::runtime_error{mysql_error(link_)}; }

    void run(const std::string& sql) {
        if (mysql_real_query(link_, sql.c_str(), sql.size()) != 0) fail();
    }

    template <class Take>
    void each_row(Take take) {
        MYSQL_RES* rows = mysql_store_result(link_);
        if (rows == nullptr) fail();
        while (MYSQL_ROW row = mysql_fetch_row(rows))
            take(row);
        mysql_free_result(rows);
    }
    void take_rows() {
        each_row([](MYSQL_ROW) {});
    }
    std::int64_t take_number() {
        std::int64_t number = 0;
        each_row([&](MYSQL_ROW row) { number = std::strtoll(row[0], nullptr, 10); });
        return number;
    }

    static void write_tables(const std::string& table) {
        std::ifstream in{table};
        std::ofstream main{table + ".main"}, data{table + ".data"};
        for (std::string line; std::getline(in, line);) {
            const auto c = split(line, '\t');
            const auto number = [&](std::size_t at) {
                return std::strtoull(std::string{c[at]}.c_str(), nullptr, 10);
            };
            const auto start = std::chrono::minutes{number(10)};
            main << fmt::format("{}\t{}\t{}\t{}\t{}:00\t{}\t{}\t{}\t{}\t1\n", c[0], c[12], c[9],
                                venue_type(static_cast<int>(number(13))), format_time_of_day(start),
                                formats_of(number(15)), c[14], c[8], c[7]);
            const std::pair<const char*, std::string_view> values[] = {
                {"meeting_name", c[1]},
                {"location_text", c[2]},
                {"location_street", c[3]},
                {"location_municipality", c[6]},
                {"comments", c[16]}};
            for (const auto& [key, value] : values)
                data << fmt::format("{}\t{}\ten\t0\t{}\n", c[0], key, value);
        }
    }

    // The least circle of the ladder that has fifty, found by halving.
    double radius_with_fifty(const GeoPoint& point, const std::string& conditions) {
        constexpr int kRungs = 48;
        const auto rung = [](int at) { return 0.1 * std::pow(1.3, at); };  // 0.1 … 29,000 km.
        int low = 0, high = kRungs - 1;
        while (low < high) {
            const int middle = (low + high) / 2;
            run(fmt::format(
                "SELECT COUNT(*) FROM comdef_meetings_main WHERE {} AND {} AND {} <= {}",
                conditions, box_around(point, rung(middle)), distance_to(point), rung(middle)));
            if (take_number() >= 50)
                high = middle;
            else
                low = middle + 1;
        }
        return rung(low);
    }

    void ask_nearest(const Question& question) {
        const auto& point = *question.request.near;
        const auto conditions = conditions_of_nearest(question.request);
        const double km = radius_with_fifty(point, conditions);
        run(
            fmt::format("SELECT *, {} AS away FROM comdef_meetings_main WHERE {} HAVING away <= {} "
                        "ORDER BY away LIMIT 50",
                        distance_to(point), conditions, km));
        take_hits();
    }

    void ask_words(const Question& question) {
        std::string words;
        for (const auto word : split(question.request.text, ' ')) {
            words += fmt::format(" AND (d.data_string LIKE '{0}%' OR d.data_string LIKE '% {0}%')",
                                 word);
        }
        run(fmt::format(
            "SELECT *, {} AS away FROM comdef_meetings_main m WHERE published = 1 AND {} <= {} AND "
            "EXISTS (SELECT 1 FROM comdef_meetings_data d WHERE d.meetingid_bigint = m.id_bigint "
            "AND d.`key` = 'comments'{}) ORDER BY away LIMIT 50",
            distance_to(*question.request.near), distance_to(*question.request.near),
            question.request.radius->value, words));
        take_hits();
    }

    void ask_radius(const Question& question) {
        run(
            fmt::format("SELECT *, {} AS away FROM comdef_meetings_main WHERE published = 1 HAVING "
                        "away <= {}",
                        distance_to(*question.request.near), question.request.radius->value));
        take_hits();
    }

    void take_hits() {
        std::string ids;
        each_row([&](MYSQL_ROW row) {
            if (!ids.empty()) ids += ',';
            ids += row[0];
            ++digest_.count;
            digest_.farthest_km = parse_number<double>(row[10]).value();
            count_in(digest_.facets, {.weekday = number_in(row[2]),
                                      .programme = number_in(row[1]),
                                      .venue = number_in(row[3]) - 1,
                                      .language = row[6],
                                      .tags = tags_of(row[5])});
        });
        if (ids.empty()) return;
        run("SELECT * FROM comdef_meetings_data WHERE meetingid_bigint IN (" + ids + ")");
        take_rows();
    }

    MYSQL* link_;
    Digest digest_{};
};

}  // namespace

std::unique_ptr<Engine> make_bmlt_sql(const std::string& socket) {
    return std::make_unique<BmltSql>(socket);
}

}  // namespace waymark::bench
