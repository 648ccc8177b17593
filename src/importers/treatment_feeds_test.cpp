// Real lists of treatment places, where they are at hand: what is taken, what
// is merged, and that a second reading changes nothing.

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

#include "directory/trait_sources.h"
#include "exchange/samhsa_codes.h"
#include "importers/bytes.h"
#include "importers/csv_records.h"
#include "importers/import.h"
#include "testing/memory_store.h"

namespace waymark::importers {
namespace {

using directory::Facility;
using directory::Trait;

const std::string kFolder = WAYMARK_SOURCE_DIR "/../shared/data/treatment/";

class TreatmentFeed : public ::testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(kFolder + "us"))
            GTEST_SKIP() << "The folder of real lists is not beside the repository.";
    }

    ImportReport imported(const std::string& file, const std::string& format) {
        const auto bytes = bytes_of_file(kFolder + file);
        const ImportOptions options{.format = format, .source = "real"};
        auto report = import_records(*bytes, options, store, FixedClock{Instant{}});
        EXPECT_TRUE(report) << report.error().message;
        return report.value_or(ImportReport{});
    }

    std::vector<Facility> with(Trait trait) const {
        auto all = store.facilities();
        std::erase_if(all, [&](const Facility& facility) {
            return !directory::traits_of(facility).yes.has(trait);
        });
        return all;
    }

    testing::MemoryStore store;
};

TEST_F(TreatmentFeed, ThirtyRowsAreTwentyThreeSites) {
    const auto report = imported("us/findtreatment_listing_2019.json", "findtreatment");
    EXPECT_EQ(report.rows, 30);
    EXPECT_EQ(report.added, 23);
    EXPECT_EQ(report.merged, 7);
    ASSERT_EQ(report.merges.size(), 7u);
    EXPECT_EQ(report.merges.front().name, "Region Ten Community Services Board");
    EXPECT_EQ(report.merges.front().rows, (std::vector<std::int64_t>{3, 4}));
    // "71 Tan Bark Plaza" and "71 Tanbark Plaza".
    EXPECT_THAT(report.merges, ::testing::Contains(::testing::Field(
                                   &Merged::rows, std::vector<std::int64_t>{22, 23})));

    const auto again = imported("us/findtreatment_listing_2019.json", "findtreatment");
    EXPECT_EQ(again.unchanged, 23);
    EXPECT_EQ(again.added + again.changed + again.removed, 0);
}

TEST_F(TreatmentFeed, PlacesForMentalHealthAloneStayAndSaySo) {
    imported("us/findtreatment_listing_2019.json", "findtreatment");
    EXPECT_EQ(with(Trait::treatment).size(), 14u);
    EXPECT_EQ(with(Trait::mental_health).size(), 9u);
}

TEST_F(TreatmentFeed, EveryLabelOfTheCaliforniaListHasItsCode) {
    const auto report = imported("us/findtreatment_residential_ca_2025.csv", "nd-csv");
    EXPECT_EQ(report.rows, 478);
    EXPECT_EQ(report.refused, 0);
    for (const auto& [sentence, count] : report.warnings) {
        EXPECT_EQ(sentence, "A web address that cannot be opened safely was left out.") << count;
    }
    for (const auto& facility : store.facilities()) {
        for (const auto& attribute : facility.attributes)
            EXPECT_NE(attribute.code, "") << attribute.label;
    }
    EXPECT_GT(with(Trait::residential).size(), 400u);
}

TEST_F(TreatmentFeed, TheCaliforniaListHoldsThatManyLabels) {
    const auto bytes = bytes_of_file(kFolder + "us/findtreatment_residential_ca_2025.csv");
    const auto rows = CsvRecords::open((*bytes)());
    ASSERT_TRUE(rows);
    exchange::Warnings warnings;
    const exchange::Defaults defaults{.warnings = &warnings};
    std::size_t labels = 0;
    while (const auto record = (*rows)->next().value()) {
        const auto services = record->value.text_or("All Services");
        labels += exchange::attributes_of_labels(services, {}, defaults).size();
    }
    EXPECT_EQ(labels, 43'705u);
    EXPECT_THAT(warnings.counts(), ::testing::IsEmpty());
}

TEST_F(TreatmentFeed, FourteenThousandRowsWithoutServices) {
    const auto report = imported("us/sud_facilities_geoda_2020.csv", "nd-csv");
    EXPECT_EQ(report.rows, 14'034);
    EXPECT_EQ(report.refused, 0);
    EXPECT_EQ(report.added + report.merged, 14'034);
    EXPECT_EQ(with(Trait::treatment).size(), static_cast<std::size_t>(report.added));

    const auto again = imported("us/sud_facilities_geoda_2020.csv", "nd-csv");
    EXPECT_EQ(again.unchanged, report.added);
    EXPECT_EQ(again.added + again.changed + again.removed, 0);
}

TEST_F(TreatmentFeed, TheExamplesOfHsdsAreTaken) {
    for (const auto* file :
         {"service_full.json", "service_at_location_full.json", "organization_full.json"}) {
        SCOPED_TRACE(file);
        const auto report = imported(std::string{"hsds-3.1/examples/"} + file, "hsds");
        EXPECT_EQ(report.refused, 0);
        const auto all = store.facilities();
        ASSERT_EQ(all.size(), 1u);
        EXPECT_EQ(all.front().name, "Community Counselling");
        EXPECT_EQ(all.front().organization.name, "Example Organization Inc.");
        EXPECT_EQ(all.front().place.name, "MyCity Civic Center");
    }
}

}  // namespace
}  // namespace waymark::importers
