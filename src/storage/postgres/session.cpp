#include "storage/postgres/session.h"

#include <array>
#include <string_view>

#include "core/phrase.h"
#include "storage/failure.h"

namespace waymark::storage::postgres {
namespace {

// So few that their answers fit the socket's buffers: neither side ever waits
// for the other to read.
constexpr int kUnsettledMax = 256;

// Each statement sees what was committed before it: also by the writer it waited for.
constexpr auto kBegin = "BEGIN ISOLATION LEVEL READ COMMITTED";
constexpr auto kCommit = "COMMIT";
constexpr auto kRollBack = "ROLLBACK";
constexpr auto kSettings = "SET lock_timeout = '5s'; SET standard_conforming_strings = on";

FailureKind kind_of(std::string_view state) {
    if (state == "53100") return FailureKind::full;
    if (state == "55P03" || state == "40001" || state == "40P01" || state == "53300") {
        return FailureKind::busy;  // Lock not available, serialisation, deadlock, too many of us.
    }
    if (state == "25006" || state == "42501") return FailureKind::read_only;
    if (state == "XX001" || state == "XX002") return FailureKind::damaged;
    if (state.starts_with("08") || state.starts_with("57P") || state.starts_with("58")) {
        return FailureKind::lost;
    }
    return FailureKind::refused;
}

void keep_quiet(void*, const char*) {}

PGconn* connected(const std::string& url) {
    // What the address says comes after our default, and wins.
    const std::array<const char*, 5> names{"connect_timeout", "dbname", "client_encoding",
                                           "fallback_application_name", nullptr};
    const std::array<const char*, 5> values{"10", url.c_str(), "UTF8", "waymark", nullptr};
    return PQconnectdbParams(names.data(), values.data(), 1);
}

// Parameters as libpq takes them: arrays side by side.
struct Wire {
    explicit Wire(const std::vector<Parameter>& parameters)
        : count(static_cast<int>(parameters.size())) {
        for (const auto& parameter : parameters) {
            values.push_back(parameter.is_null ? nullptr : parameter.bytes.c_str());
            lengths.push_back(static_cast<int>(parameter.bytes.size()));
            formats.push_back(static_cast<int>(parameter.form));
        }
    }
    int count;
    std::vector<const char*> values{};
    std::vector<int> lengths{};
    std::vector<int> formats{};
};

constexpr int kBinaryRows = 1;

}  // namespace

Session::Session(const std::string& url) : connection_(connected(url)) {
    if (PQstatus(connection_.get()) != CONNECTION_OK) throw_failure(nullptr);
    PQsetNoticeProcessor(connection_.get(), keep_quiet, nullptr);
    expect_utf8();
    execute(kSettings);
}

Session::~Session() = default;

void Session::expect_utf8() {
    const char* encoding = PQparameterStatus(connection_.get(), "server_encoding");
    if (encoding != nullptr && std::string_view{encoding} == "UTF8") return;
    const auto why = phrase("The PostgreSQL database must be made with UTF-8 encoding.");
    throw Failure(FailureKind::refused, why.text, {});
}

std::string Session::execute(const char* sql) {
    settle();
    const ResultPtr result{PQexec(connection_.get(), sql)};
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw_failure(result.get());
    return PQcmdStatus(result.get());
}

void Session::begin() {
    execute(kBegin);
    is_in_transaction_ = true;
}

void Session::commit() {
    // After an error PostgreSQL answers COMMIT by rolling back, and does not call it a failure.
    if (execute(kCommit) != kCommit) throw Failure(FailureKind::refused);
    is_in_transaction_ = false;
}

void Session::roll_back() noexcept {
    is_in_transaction_ = false;
    try {
        settle();
    } catch (const Failure&) {  // It is being undone anyway.
    }
    try {
        execute(kRollBack);
    } catch (const Failure&) {  // Then the session is gone, and the server undoes it.
    }
}

std::string Session::prepare(const char* sql) {
    settle();
    std::string name = "s" + std::to_string(++prepared_);
    const ResultPtr result{PQprepare(connection_.get(), name.c_str(), sql, 0, nullptr)};
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) throw_failure(result.get());
    return name;
}

void Session::send(const std::string& statement, const std::vector<Parameter>& parameters) {
    if (unsettled_ == kUnsettledMax) settle();
    if (unsettled_ == 0 && PQenterPipelineMode(connection_.get()) == 0) throw_failure(nullptr);
    const Wire wire(parameters);
    if (PQsendQueryPrepared(connection_.get(), statement.c_str(), wire.count, wire.values.data(),
                            wire.lengths.data(), wire.formats.data(), kBinaryRows) == 0) {
        throw_failure(nullptr);
    }
    ++unsettled_;
    if (!is_in_transaction_) settle();
}

void Session::settle() {
    if (unsettled_ == 0) return;
    unsettled_ = 0;
    if (PQpipelineSync(connection_.get()) == 0) throw_failure(nullptr);
    ResultPtr failed;
    for (bool is_synced = false; !is_synced;) {
        ResultPtr result{PQgetResult(connection_.get())};
        if (!result) {
            if (PQstatus(connection_.get()) != CONNECTION_OK) throw_failure(nullptr);
            continue;  // The end of one statement's answer.
        }
        const auto status = PQresultStatus(result.get());
        is_synced = status == PGRES_PIPELINE_SYNC;
        if (status == PGRES_FATAL_ERROR && !failed) failed = std::move(result);
    }
    if (PQexitPipelineMode(connection_.get()) == 0) throw_failure(nullptr);
    if (failed) throw_failure(failed.get());
}

void Session::start(const std::string& statement, const std::vector<Parameter>& parameters) {
    settle();
    const Wire wire(parameters);
    const int sent =
        PQsendQueryPrepared(connection_.get(), statement.c_str(), wire.count, wire.values.data(),
                            wire.lengths.data(), wire.formats.data(), kBinaryRows);
    if (sent == 0 || PQsetSingleRowMode(connection_.get()) == 0) throw_failure(nullptr);
}

ResultPtr Session::next_row() {
    ResultPtr result{PQgetResult(connection_.get())};
    const auto status = PQresultStatus(result.get());
    if (status == PGRES_SINGLE_TUPLE) return result;
    drop_rows();
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) throw_failure(result.get());
    return nullptr;
}

void Session::drop_rows() noexcept {
    while (const ResultPtr result{PQgetResult(connection_.get())}) {
    }
}

bool Session::is_usable() const {
    // Notices a server that has gone away since, without waiting.
    return PQconsumeInput(connection_.get()) == 1 && PQstatus(connection_.get()) == CONNECTION_OK &&
           PQtransactionStatus(connection_.get()) == PQTRANS_IDLE;
}

void Session::throw_failure(const PGresult* result) const {
    const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    if (state != nullptr) throw Failure(kind_of(state), state);
    throw Failure(FailureKind::lost);
}

}  // namespace waymark::storage::postgres
