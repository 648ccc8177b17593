#include "importers/hsds_tables.h"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/hsds.h"
#include "importers/bytes.h"
#include "importers/csv_records.h"
#include "importers/zip_archive.h"

namespace waymark::importers {
namespace {

constexpr std::size_t kRowsMax = 500'000;

using Rows = std::vector<json::Value>;

// One table, found by the values of a column.
class Table {
  public:
    Table() = default;
    explicit Table(Rows rows) : rows_(std::move(rows)) {}

    const Rows& rows() const { return rows_; }

    // The rows with that value in that column, in their order.
    const std::vector<const json::Value*>& with(const std::string& column,
                                                std::string_view value) const {
        static const std::vector<const json::Value*> kNone;
        if (value.empty()) return kNone;
        auto found = by_column_.find(column);
        if (found == by_column_.end()) found = by_column_.emplace(column, index_of(column)).first;
        const auto hits = found->second.find(value);
        return hits == found->second.end() ? kNone : hits->second;
    }

  private:
    using Index = std::map<std::string, std::vector<const json::Value*>, std::less<>>;

    Index index_of(const std::string& column) const {
        Index index;
        for (const auto& row : rows_) {
            const auto value = row.text_or(column);
            if (!value.empty()) index[std::string{value}].push_back(&row);
        }
        return index;
    }

    Rows rows_{};
    mutable std::map<std::string, Index> by_column_{};
};

Result<Table> table_in(const ZipArchive& archive, std::initializer_list<const char*> names) {
    for (const auto* name : names) {
        auto content = TRY(archive.read(name));
        if (!content || content->empty()) continue;
        const auto records = TRY(CsvRecords::open(bytes_of_text(*std::move(content))()));
        Rows rows;
        while (auto record = TRY(records->next())) {
            if (record->refused) continue;
            rows.push_back(std::move(record->value));
            if (rows.size() > kRowsMax)
                return fail(ErrorKind::limit_reached, "A table of this package is too long.");
        }
        return Table{std::move(rows)};
    }
    return Table{};
}

struct Package {
    Table organizations{}, services{}, places{}, locations{}, addresses{}, phones{}, schedules{},
        attributes{}, terms{}, taxonomies{}, languages{}, access{}, costs{}, documents{}, areas{},
        capacities{}, units{};
};

Result<Package> package_in(const ZipArchive& archive) {
    Package all;
    all.services = TRY(table_in(archive, {"services.csv"}));
    all.organizations = TRY(table_in(archive, {"organizations.csv"}));
    all.places = TRY(table_in(archive, {"service_at_location.csv", "services_at_location.csv",
                                        "service_at_locations.csv"}));
    all.locations = TRY(table_in(archive, {"locations.csv"}));
    all.addresses =
        TRY(table_in(archive, {"addresses.csv", "physical_addresses.csv", "physical_address.csv"}));
    all.phones = TRY(table_in(archive, {"phones.csv"}));
    all.schedules = TRY(table_in(archive, {"schedules.csv", "regular_schedules.csv"}));
    all.attributes = TRY(
        table_in(archive, {"attributes.csv", "service_attributes.csv", "services_taxonomy.csv"}));
    all.terms = TRY(table_in(archive, {"taxonomy_terms.csv", "taxonomy.csv"}));
    all.taxonomies = TRY(table_in(archive, {"taxonomies.csv"}));
    all.languages = TRY(table_in(archive, {"languages.csv"}));
    all.access =
        TRY(table_in(archive, {"accessibility.csv", "accessibility_for_disabilities.csv"}));
    all.costs = TRY(table_in(archive, {"cost_options.csv"}));
    all.documents = TRY(table_in(archive, {"required_documents.csv"}));
    all.areas = TRY(table_in(archive, {"service_areas.csv"}));
    all.capacities = TRY(table_in(archive, {"service_capacity.csv"}));
    all.units = TRY(table_in(archive, {"units.csv"}));
    return all;
}

// Puts the rows that name `object` in `column` under `key` of it.
void attach(json::Value& object, std::string key, const Table& table, const std::string& column) {
    const auto& rows = table.with(column, object.text_or("id"));
    if (rows.empty()) return;
    auto list = json::Value::array();
    for (const auto* row : rows)
        list.push(*row);
    object.set(std::move(key), std::move(list));
}

void attach_shared(json::Value& object, const Package& package, const std::string& column) {
    attach(object, "phones", package.phones, column);
    attach(object, "schedules", package.schedules, column);
    attach(object, "languages", package.languages, column);
    attach(object, "service_areas", package.areas, column);
}

void attach_attributes(json::Value& object, const Package& package, const std::string& column) {
    auto list = json::Value::array();
    for (const auto* row : package.attributes.with(column, object.text_or("id"))) {
        auto attribute = *row;
        const auto old_id = attribute.text_or("taxonomy_id");
        const auto& terms = package.terms.with("id", attribute.text_or("taxonomy_term_id", old_id));
        if (!terms.empty()) {
            auto term = *terms.front();
            const auto& taxonomy = package.taxonomies.with("id", term.text_or("taxonomy_id"));
            if (!taxonomy.empty()) term.set("taxonomy_detail", *taxonomy.front());
            attribute.set("taxonomy_term", std::move(term));
        }
        list.push(std::move(attribute));
    }
    if (!list.items()->empty()) object.set("attributes", std::move(list));
}

json::Value place_of(json::Value at, const Package& package) {
    attach_shared(at, package, "service_at_location_id");
    attach_attributes(at, package, "link_id");
    const auto& locations = package.locations.with("id", at.text_or("location_id"));
    if (locations.empty()) return at;
    auto location = *locations.front();
    attach(location, "addresses", package.addresses, "location_id");
    attach(location, "accessibility", package.access, "location_id");
    attach_shared(location, package, "location_id");
    attach_attributes(location, package, "link_id");
    at.set("location", std::move(location));
    return at;
}

void attach_capacities(json::Value& service, const Package& package) {
    auto list = json::Value::array();
    for (const auto* row : package.capacities.with("service_id", service.text_or("id"))) {
        auto capacity = *row;
        const auto& unit = package.units.with("id", capacity.text_or("unit_id"));
        if (!unit.empty()) capacity.set("unit", *unit.front());
        list.push(std::move(capacity));
    }
    if (!list.items()->empty()) service.set("capacities", std::move(list));
}

json::Value service_of(json::Value service, const Package& package) {
    const auto& owners = package.organizations.with("id", service.text_or("organization_id"));
    if (!owners.empty()) {
        auto organization = *owners.front();
        attach(organization, "phones", package.phones, "organization_id");
        service.set("organization", std::move(organization));
    }
    attach_shared(service, package, "service_id");
    attach_attributes(service, package, "link_id");
    if (service.find("attributes") == nullptr) attach_attributes(service, package, "service_id");
    attach(service, "cost_options", package.costs, "service_id");
    attach(service, "required_documents", package.documents, "service_id");
    attach_capacities(service, package);
    auto places = json::Value::array();
    for (const auto* at : package.places.with("service_id", service.text_or("id")))
        places.push(place_of(*at, package));
    service.set("service_at_locations", std::move(places));
    return service;
}

class HsdsTables final : public RecordReader {
  public:
    explicit HsdsTables(Package package) : package_(std::move(package)) {}

    Result<std::optional<Record>> next() override {
        const auto& services = package_.services.rows();
        while (waiting_.empty()) {
            if (at_ == services.size()) return std::optional<Record>{};
            for (auto& listing : exchange::hsds_listings(service_of(services[at_++], package_)))
                waiting_.push_back(std::move(listing));
        }
        // As services.csv counts them: its headings are row 1.
        Record record{.row = static_cast<std::int64_t>(at_) + 1,
                      .value = std::move(waiting_.front())};
        waiting_.pop_front();
        return record;
    }

  private:
    Package package_;
    std::size_t at_ = 0;
    std::deque<json::Value> waiting_{};
};

}  // namespace

Result<std::unique_ptr<RecordReader>> hsds_tables(const ByteSource& bytes) {
    const auto archive = TRY(ZipArchive::open(bytes));
    auto package = TRY(package_in(archive));
    if (package.services.rows().empty())
        return fail(ErrorKind::unreadable, "This package has no table of services.");
    return std::make_unique<HsdsTables>(std::move(package));
}

}  // namespace waymark::importers
