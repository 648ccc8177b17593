#include "storage/postgres/connection.h"

#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <vector>

#include "storage/failure.h"
#include "storage/postgres/dialect.h"
#include "storage/postgres/session.h"

namespace waymark::storage::postgres {
namespace {

constexpr auto kHasTable = "SELECT 1 WHERE to_regclass($1) IS NOT NULL";
// Let go at the end of the transaction. The number is "waymark" in ASCII.
constexpr auto kOneWriter = "SELECT pg_advisory_xact_lock(33602696382607979)";

// A whole number as the wire has it: 2, 4 or 8 bytes, the highest first.
std::uint64_t big_endian(std::string_view bytes) {
    std::uint64_t number = 0;
    for (const char byte : bytes)
        number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

template <class Number>
std::string in_digits(Number number) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

class PostgresStatement final : public Statement {
  public:
    PostgresStatement(Session& session, const char* sql)
        : session_(session), name_(session.prepare(sql)) {}

    void bind(int parameter, std::int64_t number) override {
        slot(parameter) = {false, Parameter::Form::text, in_digits(number)};
    }
    void bind(int parameter, double number) override {
        slot(parameter) = {false, Parameter::Form::text, in_digits(number)};
    }
    void bind(int parameter, std::string_view text) override {
        // In binary, a text has a length, and a NUL in it is refused instead of ending it.
        slot(parameter) = {false, Parameter::Form::binary, std::string{text}};
    }
    void bind(int parameter, Blob blob) override {
        slot(parameter) = {false, Parameter::Form::binary, std::string{blob.bytes}};
    }
    void bind_null(int parameter) override { slot(parameter) = {}; }

    bool step() override {
        if (!is_giving_rows_) session_.start(name_, parameters_);
        is_giving_rows_ = true;
        try {
            row_ = session_.next_row();
        } catch (const Failure&) {
            is_giving_rows_ = false;
            throw;
        }
        is_giving_rows_ = row_ != nullptr;
        return is_giving_rows_;
    }

    void run() override { session_.send(name_, parameters_); }

    void reset() override {
        if (is_giving_rows_) session_.drop_rows();
        is_giving_rows_ = false;
        row_.reset();
        parameters_.clear();
    }

    bool is_null(int column) const override { return PQgetisnull(row_.get(), 0, column) != 0; }

    std::int64_t integer(int column) const override {
        const auto bytes = blob(column);
        switch (bytes.size()) {
            case 8:
                return static_cast<std::int64_t>(big_endian(bytes));
            case 4:
                return static_cast<std::int32_t>(big_endian(bytes));
            case 2:
                return static_cast<std::int16_t>(big_endian(bytes));
            case 0:
                return 0;  // NULL, as SQLite reads it.
            default:
                throw Failure(FailureKind::refused);
        }
    }

    double real(int column) const override {
        const auto bytes = blob(column);
        if (bytes.size() == 8) return std::bit_cast<double>(big_endian(bytes));
        if (bytes.empty()) return 0;
        throw Failure(FailureKind::refused);
    }

    std::string_view text(int column) const override { return blob(column); }

    std::string_view blob(int column) const override {
        return {PQgetvalue(row_.get(), 0, column),
                static_cast<std::size_t>(PQgetlength(row_.get(), 0, column))};
    }

  private:
    Parameter& slot(int parameter) {
        const auto count = static_cast<std::size_t>(parameter);
        if (parameters_.size() < count) parameters_.resize(count);
        return parameters_[count - 1];
    }

    Session& session_;
    std::string name_;
    std::vector<Parameter> parameters_{};
    ResultPtr row_{};
    bool is_giving_rows_ = false;
};

class PostgresConnection final : public Connection {
  public:
    explicit PostgresConnection(const std::string& url) : session_(url) {}
    ~PostgresConnection() override { drop_statements(); }
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;

    void run_script(std::string_view sql) override {
        session_.execute(in_postgres_words(sql).c_str());
    }

    bool has_table(std::string_view name) override {
        Query query(*this, kHasTable, name);
        return query.next();
    }

    void begin_writing() override {
        session_.begin();
        try {
            session_.execute(kOneWriter);
        } catch (const Failure&) {
            roll_back();
            throw;
        }
    }

    void commit() override { session_.commit(); }
    void roll_back() noexcept override { session_.roll_back(); }
    bool is_usable() const override { return session_.is_usable(); }

  protected:
    std::unique_ptr<Statement> prepare(const char* sql) override {
        return std::make_unique<PostgresStatement>(session_, sql);
    }

  private:
    Session session_;
};

}  // namespace

std::unique_ptr<Connection> connect(const std::string& url) {
    return std::make_unique<PostgresConnection>(url);
}

}  // namespace waymark::storage::postgres
