#include "storage/failure.h"

#include <utility>

namespace waymark::storage {
namespace {

const char* sentence(FailureKind kind) {
    switch (kind) {
        case FailureKind::full:
            return "The disk is full, so nothing was stored.";
        case FailureKind::busy:
            return "The database is busy with another change. Try again in a moment.";
        case FailureKind::overtaken:
            return "This was changed by somebody else at the same time. Nothing was stored; "
                   "try again.";
        case FailureKind::read_only:
            return "The database cannot be written to.";
        case FailureKind::damaged:
            return "The database is damaged. Restore it from a backup.";
        case FailureKind::lost:
            return "The database went away while it was needed.";
        case FailureKind::refused:
            break;
    }
    return "The database did not take what it was asked.";
}

}  // namespace

Failure::Failure(FailureKind kind, std::string code)
    : Failure(kind, sentence(kind), std::move(code)) {}

Failure::Failure(FailureKind kind, const std::string& message, std::string code)
    : std::runtime_error(message), kind_(kind), code_(std::move(code)) {}

}  // namespace waymark::storage
