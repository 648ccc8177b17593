// A conversation with a database, SQLite or PostgreSQL alike.
//
// Statements are written once for both: parameters are `$1` … `$n`, columns
// count from 0. A connection is used by one thread at a time (pool.h hands
// them out). Everything here throws Failure when the database fails.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace waymark::storage {

struct Blob {
    std::string_view bytes{};
};

// What a driver gives: one prepared statement. Values are copied when bound
// and stay bound until reset().
class Statement {
  public:
    virtual ~Statement() = default;

    virtual void bind(int parameter, std::int64_t number) = 0;
    virtual void bind(int parameter, double number) = 0;
    virtual void bind(int parameter, std::string_view text) = 0;  // UTF-8 without NUL.
    virtual void bind(int parameter, Blob blob) = 0;
    virtual void bind_null(int parameter) = 0;

    // The next row; false after the last one.
    virtual bool step() = 0;
    // Runs it to its end; its rows, if any, are dropped. Inside a transaction
    // the work may be put off to the connection's next step() or commit(),
    // which then throws what went wrong.
    virtual void run() = 0;
    virtual void reset() = 0;

    // Of the row that step() found, until the next call of step() or reset().
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual std::string_view blob(int column) const = 0;
};

class Connection {
  public:
    virtual ~Connection() = default;

    // The prepared statement of that text, made when it is first asked for.
    // `sql` must be a constant: it is known by its address.
    Statement& statement(const char* sql);

    // Several statements in the words of SQLite's STRICT tables, without
    // parameters: a migration.
    virtual void run_script(std::string_view sql) = 0;
    virtual bool has_table(std::string_view name) = 0;

    // Waits, for at most five seconds, until nobody else is writing.
    virtual void begin_writing() = 0;
    virtual void commit() = 0;
    virtual void roll_back() noexcept = 0;

    // False once the other side is known to be gone.
    virtual bool is_usable() const = 0;

    // Where a large temporary file may lie that holds what the database will.
    virtual std::filesystem::path scratch_folder() const { return "/var/tmp"; }

  protected:
    virtual std::unique_ptr<Statement> prepare(const char* sql) = 0;
    void drop_statements() { statements_.clear(); }

  private:
    std::unordered_map<const char*, std::unique_ptr<Statement>> statements_{};
};

// One use of a statement: parameters in, rows out, left clean at the end.
// While it gives rows, its connection is asked nothing else.
//
//     Query query(connection, kMeetingsOfSource, source.value);
//     while (query.next()) take(query.text(1));
class Query {
  public:
    template <class... Parameters>
    Query(Connection& connection, const char* sql, const Parameters&... parameters)
        : statement_(connection.statement(sql)) {
        int parameter = 0;
        (bind(++parameter, parameters), ...);
    }
    ~Query() { statement_.reset(); }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    bool next() { return statement_.step(); }
    void run() { statement_.run(); }

    bool is_null(int column) const { return statement_.is_null(column); }
    std::int64_t integer(int column) const { return statement_.integer(column); }
    double real(int column) const { return statement_.real(column); }
    std::string_view text(int column) const { return statement_.text(column); }
    std::string_view blob(int column) const { return statement_.blob(column); }

  private:
    template <class Value>
    void bind(int parameter, const Value& value) {
        statement_.bind(parameter, value);
    }
    template <class Value>
    void bind(int parameter, const std::optional<Value>& value) {
        value ? statement_.bind(parameter, *value) : statement_.bind_null(parameter);
    }
    void bind(int parameter, bool flag) { statement_.bind(parameter, std::int64_t{flag}); }

    Statement& statement_;
};

template <class... Parameters>
void run(Connection& connection, const char* sql, const Parameters&... parameters) {
    Query(connection, sql, parameters...).run();
}

// Everything between its making and commit() happens, or nothing of it.
class Transaction {
  public:
    explicit Transaction(Connection& connection) : connection_(connection) {
        connection_.begin_writing();
    }
    ~Transaction() {
        if (is_open_) connection_.roll_back();
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit() {
        connection_.commit();
        is_open_ = false;
    }

  private:
    Connection& connection_;
    bool is_open_ = true;
};

}  // namespace waymark::storage
