// One session with a PostgreSQL server: libpq's calls, their answers checked.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <vector>

namespace waymark::storage::postgres {

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, ClearResult>;

// Values for `$1` … `$n`, in the forms that the wire takes.
struct Parameter {
    enum class Form : int { text = 0, binary = 1 };
    bool is_null = true;
    Form form = Form::text;
    std::string bytes{};
};

class Session {
  public:
    explicit Session(const std::string& url);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    // One or more statements without parameters; answers the last one's tag.
    std::string execute(const char* sql);

    // Makes a prepared statement and answers its name.
    std::string prepare(const char* sql);

    // Between the two, send() need not wait for answers.
    void begin();
    void commit();
    void roll_back() noexcept;

    // Runs it. Inside a transaction it is sent without waiting for the answer;
    // settle() hears all of them.
    void send(const std::string& statement, const std::vector<Parameter>& parameters);
    // Throws what went wrong first with anything that was sent.
    void settle();

    // Starts a statement whose rows next_row() then gives, one by one, and
    // null after the last. Only one may be giving rows at a time.
    void start(const std::string& statement, const std::vector<Parameter>& parameters);
    ResultPtr next_row();
    void drop_rows() noexcept;

    bool is_usable() const;

  private:
    void expect_utf8();
    [[noreturn]] void throw_failure(const PGresult* result) const;

    struct Finish {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    std::unique_ptr<PGconn, Finish> connection_;
    bool is_in_transaction_ = false;
    int unsettled_ = 0;
    int prepared_ = 0;
};

}  // namespace waymark::storage::postgres
