// What storage throws: the database itself failed, and nobody in this request
// can mend it. The message is one plain sentence that holds no stored data, no
// SQL and no address, so that it can be logged and shown.
#pragma once

#include <stdexcept>
#include <string>

namespace waymark::storage {

enum class FailureKind {
    full,       // No room left: reads go on working, writes work again once there is room.
    busy,       // Somebody else was writing for too long: trying again can help.
    overtaken,  // What was read has been changed meanwhile: start again from reading.
    read_only,  // The file or the server takes no writes.
    damaged,    // What is stored cannot be right.
    lost,       // The disk or the server went away: this connection is not used again.
    refused,    // A statement or value that the database does not take: our mistake.
};

class Failure : public std::runtime_error {
  public:
    // `code` is the database's own ("13", "53100"), for the log.
    explicit Failure(FailureKind kind, std::string code = {});
    // With a sentence of its own.
    Failure(FailureKind kind, const std::string& message, std::string code);

    FailureKind kind() const { return kind_; }
    const std::string& code() const { return code_; }

  private:
    FailureKind kind_;
    std::string code_;
};

}  // namespace waymark::storage
