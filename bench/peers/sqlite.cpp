// SQLite in this process, all of it in memory: an R*Tree that carries the columns
// of the filters beside the boxes, FTS5 without a copy of the text, an index for
// what starts soon. Distances are ours: SQLite has none.
#include <sqlite3.h>

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <stdexcept>

#include "core/number.h"
#include "core/text.h"
#include "engine.h"

namespace waymark::bench {
namespace {

using workload::Question;

constexpr const char* kTables = R"(
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -4000000;
    CREATE TABLE meeting (id INTEGER PRIMARY KEY, name, location, address, notes, region, town,
        latitude REAL, longitude REAL, weekday INT, start INT, utc_minute INT, programme INT,
        venue INT, language TEXT, tags INT);
    CREATE TABLE words (id INTEGER PRIMARY KEY, words TEXT);
    CREATE VIRTUAL TABLE place USING rtree(id, south, north, west, east, +latitude REAL,
        +longitude REAL, +weekday INT, +start INT, +programme INT, +venue INT, +language TEXT,
        +tags INT);
    CREATE VIRTUAL TABLE text USING fts5(words, content='', detail=none,
        tokenize='unicode61 remove_diacritics 0'))";

constexpr const char* kIndexes = R"(
    CREATE INDEX soon ON meeting (language, utc_minute, id) WHERE venue IN (1, 2);
    INSERT INTO text(text) VALUES('optimize'); ANALYZE)";

#define IN_BOX " FROM place WHERE east >= ?1 AND west <= ?2 AND north >= ?3 AND south <= ?4 "

constexpr const char* kNear =
    "SELECT id, latitude, longitude" IN_BOX
    "AND venue <> 1 AND start >= ?5 AND start < ?6 AND (1 << weekday) & ?7 AND tags & ?8";
constexpr const char* kWords = "SELECT rowid FROM text WHERE text MATCH ?1 ORDER BY rowid";
constexpr const char* kWordsOf = "SELECT words FROM words WHERE id = ?1";
constexpr const char* kAround = "SELECT id, latitude, longitude" IN_BOX;
constexpr const char* kBox =
    "SELECT id" IN_BOX
    "AND longitude BETWEEN ?1 AND ?2 AND latitude BETWEEN ?3 AND ?4 AND programme = ?5 "
    "ORDER BY weekday, start, id";
constexpr const char* kSoon =
    R"(SELECT * FROM meeting WHERE venue IN (1, 2) AND language = ?1
    AND utc_minute BETWEEN ?2 AND ?3 ORDER BY utc_minute, id LIMIT ?4)";
constexpr const char* kCounts =
    "SELECT latitude, longitude, weekday, programme, venue, language, tags" IN_BOX;

#undef IN_BOX

// One prepared statement, with its values bound in their order.
class Statement {
  public:
    Statement(sqlite3* data, const char* sql) {
        if (sqlite3_prepare_v2(data, sql, -1, &made_, nullptr) != SQLITE_OK)
            throw std::runtime_error{fmt::format("{}: {}", sqlite3_errmsg(data), sql)};
    }
    ~Statement() { sqlite3_finalize(made_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    void restart() {
        sqlite3_reset(made_);
        bound_ = 0;
    }
    Statement& bind(double value) {
        sqlite3_bind_double(made_, ++bound_, value);
        return *this;
    }
    Statement& bind(std::int64_t value) {
        sqlite3_bind_int64(made_, ++bound_, value);
        return *this;
    }
    Statement& bind(std::string_view value) {
        sqlite3_bind_text(made_, ++bound_, value.data(), static_cast<int>(value.size()),
                          SQLITE_TRANSIENT);
        return *this;
    }
    Statement& bind(const GeoBox& box) {
        return bind(box.west).bind(box.east).bind(box.south).bind(box.north);
    }
    bool step() {
        const int done = sqlite3_step(made_);
        if (done != SQLITE_ROW && done != SQLITE_DONE)
            throw std::runtime_error{sqlite3_errmsg(sqlite3_db_handle(made_))};
        return done == SQLITE_ROW;
    }
    std::int64_t integer(int column) const { return sqlite3_column_int64(made_, column); }
    double real(int column) const { return sqlite3_column_double(made_, column); }
    std::string_view text(int column) const {
        const auto* bytes = sqlite3_column_text(made_, column);
        return {reinterpret_cast<const char*>(bytes),
                static_cast<std::size_t>(sqlite3_column_bytes(made_, column))};
    }
    // Every column, as a program that shows the row would read them.
    std::size_t read_all() const {
        std::size_t bytes = 0;
        for (int column = 0; column < sqlite3_column_count(made_); ++column)
            bytes += text(column).size();
        return bytes;
    }

  private:
    sqlite3_stmt* made_ = nullptr;
    int bound_ = 0;
};

// One or, where the date line or a pole is inside, two boxes that hold the circle.
std::vector<GeoBox> boxes_around(const GeoPoint& center, double km) {
    const double degrees = km / 111.19 * 1.0001;
    const double south = center.latitude - degrees, north = center.latitude + degrees;
    const double turn = 0.017453292519943295;
    const double widest = std::max(std::abs(south), std::abs(north));
    if (widest >= 89.9) return {{.south = south, .west = -180, .north = north, .east = 180}};
    const double ratio = std::sin(std::min(degrees * turn, 1.5)) / std::cos(center.latitude * turn);
    const double wide = ratio >= 1 ? 180 : std::asin(ratio) / turn * 1.0001;
    const double west = center.longitude - wide, east = center.longitude + wide;
    if (wide >= 180) return {{.south = south, .west = -180, .north = north, .east = 180}};
    if (west < -180) return {{south, -180, north, east}, {south, west + 360, north, 180}};
    if (east > 180) return {{south, west, north, 180}, {south, -180, north, east - 360}};
    return {{south, west, north, east}};
}

class Sqlite final : public Engine {
  public:
    explicit Sqlite(const std::string& file) {
        if (sqlite3_open(file.c_str(), &data_) != SQLITE_OK)
            throw std::runtime_error{"SQLite could not open " + file};
    }
    ~Sqlite() override {
        near_.reset(), words_.reset(), words_of_.reset(), around_.reset(), box_.reset();
        soon_.reset(), counts_.reset(), row_.reset();
        sqlite3_close(data_);
    }
    Sqlite(const Sqlite&) = delete;
    Sqlite& operator=(const Sqlite&) = delete;

    std::string_view name() const override { return "SQLite"; }

    void load(const std::string& table) override {
        run(kTables);
        run("BEGIN");
        insert_rows(table);
        run("COMMIT");
        run(kIndexes);
        near_ = std::make_unique<Statement>(data_, kNear);
        words_ = std::make_unique<Statement>(data_, kWords);
        words_of_ = std::make_unique<Statement>(data_, kWordsOf);
        around_ = std::make_unique<Statement>(data_, kAround);
        box_ = std::make_unique<Statement>(data_, kBox);
        soon_ = std::make_unique<Statement>(data_, kSoon);
        counts_ = std::make_unique<Statement>(data_, kCounts);
        row_ = std::make_unique<Statement>(data_, "SELECT * FROM meeting WHERE id = ?1");
    }

    std::int64_t stored_bytes() override {
        Statement size{data_,
                       "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"};
        size.step();
        return size.integer(0);
    }

    void ask(const Question& question) override {
        found_.clear();
        total_ = 0;
        facets_.assign(facet_names().size(), 0);
        kind_ = question.kind;
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
        Digest digest{.count = total_, .facets = facets_};
        for (const auto& each : found_)
            add_to_order(digest.order, each.id);
        if (!found_.empty()) digest.farthest_km = found_.back().km;
        return digest;
    }

  private:
    struct Near {
        double km = 0;
        std::int64_t id = 0;
        friend auto operator<=>(const Near&, const Near&) = default;
    };

    void run(const char* sql) {
        if (sqlite3_exec(data_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error{sqlite3_errmsg(data_)};
    }

    void insert_rows(const std::string& table) {
        Statement meeting{data_, "INSERT INTO meeting VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"};
        Statement place{data_, "INSERT INTO place VALUES (?1,?2,?2,?3,?3,?2,?3,?4,?5,?6,?7,?8,?9)"};
        Statement words{data_, "INSERT INTO words VALUES (?, ?)"};
        Statement text{data_, "INSERT INTO text(rowid, words) VALUES (?, ?)"};
        std::ifstream in{table};
        for (std::string line; std::getline(in, line);) {
            const auto columns = split(line, '\t');
            const auto real = [&](std::size_t at) {
                return parse_number<double>(columns[at]).value();
            };
            const auto whole = [&](std::size_t at) {
                return parse_number<std::int64_t>(columns[at]).value();
            };
            for (auto* each : {&meeting, &place, &words, &text})
                each->restart();
            meeting.bind(whole(0));
            for (std::size_t at = 1; at < 16; ++at) {
                if (at == 7 || at == 8)
                    meeting.bind(real(at));
                else if (at >= 9 && at != 14)
                    meeting.bind(whole(at));
                else
                    meeting.bind(columns[at]);
            }
            place.bind(whole(0)).bind(real(7)).bind(real(8)).bind(whole(9)).bind(whole(10));
            place.bind(whole(12)).bind(whole(13)).bind(columns[14]).bind(whole(15));
            text.bind(whole(0)).bind(columns[16]);
            words.bind(whole(0)).bind(columns[16]);
            meeting.step(), place.step(), words.step(), text.step();
        }
    }

    // All that is at most `km` away, in no order.
    template <class Bind>
    void look_within(Statement& statement, const GeoPoint& center, double km, Bind bind) {
        found_.clear();
        for (const auto& box : boxes_around(center, km)) {
            statement.restart();
            bind(statement.bind(box));
            while (statement.step()) {
                const double away =
                    distance_between(center, {statement.real(1), statement.real(2)}).value;
                if (away <= km) found_.push_back({away, statement.integer(0)});
            }
        }
    }

    void read_rows() {
        for (const auto& each : found_) {
            row_->restart();
            row_->bind(each.id);
            row_->step();
            row_->read_all();
        }
        row_->restart();
    }

    static double growth(std::size_t found) {
        const auto lacking = 50.0 / static_cast<double>(std::max<std::size_t>(found, 1));
        return std::clamp(1.1 * std::sqrt(lacking), 1.3, 4.0);
    }

    // Circles that grow until one holds fifty: by as much as the last one lacked.
    void ask_nearest(const Question& question) {
        const auto& request = question.request;
        constexpr double kHalfTheEarth = 20'100;
        for (double km = 5;; km = std::min(km * growth(found_.size()), kHalfTheEarth)) {
            look_within(*near_, *request.near, km, [&](Statement& statement) {
                statement.bind(request.after->count()).bind(request.before->count());
                statement.bind(static_cast<std::int64_t>(request.weekdays.bits()));
                statement.bind(static_cast<std::int64_t>(request.audience.bits()));
            });
            if (found_.size() >= 50 || km == kHalfTheEarth) break;
        }
        const auto kept = std::min<std::size_t>(found_.size(), 50);
        std::ranges::partial_sort(found_, found_.begin() + static_cast<std::ptrdiff_t>(kept));
        found_.resize(kept);
        read_rows();
        total_ = static_cast<std::int64_t>(found_.size());
    }

    // The place first: of a word there may be very many. Few rows are read one by
    // one, the nearest first; many are looked up in the list of those with the words.
    void ask_words(const Question& question) {
        constexpr std::size_t kFew = 5000;
        look_within(*around_, *question.request.near, question.request.radius->value,
                    [](Statement&) {});
        if (found_.size() > kFew) keep_listed(question.request.text);
        std::ranges::sort(found_);
        std::size_t kept = 0;
        for (std::size_t at = 0; at < found_.size() && kept < 50; ++at) {
            if (has_words(found_[at].id, question.request.text)) found_[kept++] = found_[at];
        }
        found_.resize(kept);
        read_rows();
        total_ = static_cast<std::int64_t>(found_.size());
    }

    bool has_words(std::int64_t id, std::string_view wanted) {
        words_of_->restart();
        words_of_->bind(id);
        words_of_->step();
        const auto text = words_of_->text(0);
        return std::ranges::all_of(split(wanted, ' '), [&](std::string_view word) {
            for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
                if (at == 0 || text[at - 1] == ' ') return true;
            }
            return false;
        });
    }

    void keep_listed(std::string_view wanted) {
        std::string query;
        for (const char letter : wanted)
            query += letter == ' ' ? std::string{"* AND "} : std::string{letter};
        words_->restart();
        words_->bind(query + "*");
        std::vector<std::int64_t> listed;
        while (words_->step())
            listed.push_back(words_->integer(0));
        std::erase_if(
            found_, [&](const Near& each) { return !std::ranges::binary_search(listed, each.id); });
    }

    void ask_box(const Question& question) {
        box_->restart();
        box_->bind(*question.request.box);
        box_->bind(static_cast<std::int64_t>(question.request.fellowships.front()));
        for (; box_->step(); ++total_) {
            if (found_.size() < 200) found_.push_back({0, box_->integer(0)});
        }
        read_rows();
    }

    void ask_soon(const Question& question) {
        const auto window = minutes_of_week(question);
        read_soon(question, window.first, window.last);
        if (window.wrapped_last >= 0 && found_.size() < 50)
            read_soon(question, 0, window.wrapped_last);
        total_ = static_cast<std::int64_t>(found_.size());
    }

    void read_soon(const Question& question, std::int64_t first, std::int64_t last) {
        soon_->restart();
        soon_->bind(question.request.languages.front()).bind(first).bind(last);
        soon_->bind(static_cast<std::int64_t>(50 - found_.size()));
        while (soon_->step()) {
            soon_->read_all();
            found_.push_back({0, soon_->integer(0)});
        }
    }

    void ask_counts(const Question& question) {
        const auto& center = *question.request.near;
        const double km = question.request.radius->value;
        for (const auto& box : boxes_around(center, km)) {
            counts_->restart();
            counts_->bind(box);
            while (counts_->step()) {
                if (distance_between(center, {counts_->real(0), counts_->real(1)}).value > km)
                    continue;
                ++total_;
                count_in(facets_, {.weekday = static_cast<int>(counts_->integer(2)),
                                   .programme = static_cast<int>(counts_->integer(3)),
                                   .venue = static_cast<int>(counts_->integer(4)),
                                   .language = counts_->text(5),
                                   .tags = static_cast<std::uint64_t>(counts_->integer(6))});
            }
        }
    }

    sqlite3* data_ = nullptr;
    std::unique_ptr<Statement> near_{}, words_{}, words_of_{}, around_{}, box_{}, soon_{},
        counts_{}, row_{};
    char kind_ = 'a';
    std::int64_t total_ = 0;
    std::vector<Near> found_{};
    std::vector<std::int64_t> facets_{};
};

}  // namespace

std::unique_ptr<Engine> make_sqlite(const std::string& file) {
    return std::make_unique<Sqlite>(file);
}

}  // namespace waymark::bench
