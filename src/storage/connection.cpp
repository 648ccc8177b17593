#include "storage/connection.h"

namespace waymark::storage {

Statement& Connection::statement(const char* sql) {
    auto& statement = statements_[sql];
    if (!statement) statement = prepare(sql);
    return *statement;
}

}  // namespace waymark::storage
