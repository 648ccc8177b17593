#include "storage/source_lists_rows.h"

#include <array>

#include "json/parse.h"
#include "storage/failure.h"
#include "storage/record_fields.h"

namespace waymark::storage {
namespace {

using directory::ListedFormat;
using directory::ServiceBody;
using directory::SourceId;
using directory::SourceLists;

constexpr auto kAll = "SELECT source_id, record FROM source_lists ORDER BY source_id";
constexpr auto kOne = "SELECT record FROM source_lists WHERE source_id = $1";
constexpr auto kInsert = "INSERT INTO source_lists (source_id, record) VALUES ($1, $2)";
constexpr auto kReplace = "UPDATE source_lists SET record = $2 WHERE source_id = $1";

constexpr auto kBodyFields = std::to_array<Field<ServiceBody>>({
    field<&ServiceBody::id>("id"),
    field<&ServiceBody::parent_id>("parent_id"),
    field<&ServiceBody::name>("name"),
    field<&ServiceBody::description>("description"),
    field<&ServiceBody::type>("type"),
    field<&ServiceBody::url>("url"),
    field<&ServiceBody::helpline>("helpline"),
    field<&ServiceBody::world_id>("world_id"),
});
constexpr auto kFormatFields = std::to_array<Field<ListedFormat>>({
    field<&ListedFormat::id>("id"),
    field<&ListedFormat::language>("language"),
    field<&ListedFormat::key>("key"),
    field<&ListedFormat::name>("name"),
    field<&ListedFormat::description>("description"),
    field<&ListedFormat::world_id>("world_id"),
    field<&ListedFormat::type>("type"),
});

}  // namespace

template <>
struct Codec<ServiceBody> : FieldsCodec<ServiceBody, kBodyFields> {};
template <>
struct Codec<ListedFormat> : FieldsCodec<ListedFormat, kFormatFields> {};

namespace {

constexpr auto kListFields = std::to_array<Field<SourceLists>>({
    field<&SourceLists::service_bodies>("service_bodies"),
    field<&SourceLists::formats>("formats"),
});
using RecordCodec = FieldsCodec<SourceLists, kListFields>;

SourceLists lists_of(std::string_view record) {
    SourceLists lists;
    auto value = json::parse(record);
    if (!value || !RecordCodec::read(*value, lists)) throw Failure(FailureKind::damaged);
    return lists;
}

std::string record_of(const SourceLists& lists) {
    std::string record;
    json::Writer out{record};
    RecordCodec::write(out, lists);
    return record;
}

}  // namespace

std::vector<SourceLists> all_source_lists(Connection& connection) {
    std::vector<SourceLists> all;
    Query query(connection, kAll);
    while (query.next())
        all.emplace_back(lists_of(query.text(1))).source = SourceId{query.integer(0)};
    return all;
}

bool save_source_lists(Connection& connection, std::int64_t source_id, const SourceLists& lists) {
    const auto record = record_of(lists);
    bool is_there = false;
    {
        Query held(connection, kOne, source_id);
        is_there = held.next();
        if (is_there && held.text(0) == record) return false;
    }
    run(connection, is_there ? kReplace : kInsert, source_id, record);
    return true;
}

}  // namespace waymark::storage
