// For tests: what storage promises, it promises on both databases. A suite
// derived from Contract runs on each; every test gets an empty database.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <ostream>
#include <string>

#include "storage/connection.h"
#include "storage/open.h"
#include "storage/postgres/connection.h"
#include "storage/private_postgres.h"
#include "storage/sqlite/connection.h"

namespace waymark::storage {

enum class Engine { sqlite, postgres };
inline void PrintTo(Engine engine, std::ostream* out) {
    *out << (engine == Engine::sqlite ? "SQLite" : "PostgreSQL");
}

class Contract : public testing::TestWithParam<Engine> {
  protected:
    void SetUp() override {
        if (GetParam() == Engine::postgres) {
            if (const auto why = why_no_postgres(); !why.empty()) GTEST_SKIP() << why;
            where_ = new_postgres_database();
        } else {
            std::string folder = std::filesystem::temp_directory_path() / "waymark-XXXXXX";
            where_ = ::mkdtemp(folder.data());
        }
    }

    void TearDown() override {
        if (GetParam() == Engine::sqlite) std::filesystem::remove_all(where_);
    }

    // The store's own door.
    std::unique_ptr<Database> open() const { return std::move(open_database(where_).value()); }

    // The driver alone, with no schema.
    std::unique_ptr<Connection> connect() const {
        if (GetParam() == Engine::postgres) return postgres::connect(where_);
        return sqlite::connect(std::filesystem::path{where_} / "waymark.db");
    }

    std::string where_{};
};

// The same with the store's door open from start to end.
class OpenContract : public Contract {
  protected:
    void SetUp() override {
        Contract::SetUp();
        if (!IsSkipped()) database_ = open();
    }
    void TearDown() override {
        database_.reset();
        Contract::TearDown();
    }

    directory::Store& store() { return database_->directory(); }

    std::unique_ptr<Database> database_{};
};

// ctest runs everything named OnPostgres in one process: it starts one server.
#define WAYMARK_ON_BOTH_DATABASES(suite)                                           \
    INSTANTIATE_TEST_SUITE_P(OnSqlite, suite, testing::Values(Engine::sqlite),     \
                             [](const auto&) { return "sqlite"; });                \
    INSTANTIATE_TEST_SUITE_P(OnPostgres, suite, testing::Values(Engine::postgres), \
                             [](const auto&) { return "postgres"; })

}  // namespace waymark::storage
