#include "storage/directory_state.h"

#include "storage/failure.h"

namespace waymark::storage {
namespace {

constexpr auto kState =
    "SELECT revision, last_source_id, last_meeting_id, last_facility_id, last_report_id "
    "FROM directory_state WHERE id = 1";
constexpr auto kSaveState =
    "UPDATE directory_state SET revision = $1, last_source_id = $2, last_meeting_id = $3, "
    "last_facility_id = $4, last_report_id = $5 WHERE id = 1";

}  // namespace

DirectoryState directory_state(Connection& connection) {
    Query query(connection, kState);
    if (!query.next()) throw Failure(FailureKind::damaged);
    return {query.integer(0), query.integer(1), query.integer(2), query.integer(3),
            query.integer(4)};
}

void save_directory_state(Connection& connection, const DirectoryState& state) {
    run(connection, kSaveState, state.revision, state.last_source_id, state.last_meeting_id,
        state.last_facility_id, state.last_report_id);
}

}  // namespace waymark::storage
