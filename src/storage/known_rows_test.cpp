// What is remembered of a source's listings while it is read.

#include "storage/known_rows.h"

#include <gtest/gtest.h>

#include <string>

namespace waymark::storage {
namespace {

ContentHash hash_number(int number) {
    return hash_of(std::to_string(number));
}

TEST(KnownRows, AreFoundByTheirKeys) {
    KnownRows known;
    EXPECT_EQ(known.find("a"), nullptr);
    known.load("a", hash_number(1)).id = 7;
    known.load("", hash_number(2)).id = 8;
    known.add("b").is_put = true;
    EXPECT_EQ(known.find("a")->id, 7);
    EXPECT_EQ(known.find("")->id, 8);
    EXPECT_TRUE(known.find("b")->is_put);
    EXPECT_EQ(known.find("A"), nullptr);
}

TEST(KnownRows, TellWhetherTheContentIsTheOneThatWasStored) {
    KnownRows known;
    const auto& stored = known.load("a", hash_number(1));
    const auto& added = known.add("b");
    EXPECT_TRUE(known.had(stored, hash_number(1)));
    EXPECT_FALSE(known.had(stored, hash_number(2)));
    EXPECT_FALSE(known.had(added, hash_number(1)));
}

TEST(KnownRows, StayWhereTheyAreAsMoreCome) {
    KnownRows known;
    auto& first = known.add("key 0");
    for (int i = 1; i < 20'000; ++i)
        known.add("key " + std::to_string(i)).id = i;
    EXPECT_EQ(known.find("key 0"), &first);
    for (int i = 1; i < 20'000; ++i)
        ASSERT_EQ(known.find("key " + std::to_string(i))->id, i);
    EXPECT_EQ(known.find("key 20000"), nullptr);
    EXPECT_EQ(known.rows().size(), 20'000);
}

}  // namespace
}  // namespace waymark::storage
