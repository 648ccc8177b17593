#include "storage/failure.h"

#include <utility>

#include "core/phrase.h"

namespace waymark::storage {
namespace {

Phrase sentence(FailureKind kind) {
    switch (kind) {
        case FailureKind::full:
            return phrase("The disk is full, so nothing was stored.");
        case FailureKind::busy:
            return phrase("The database is busy with another change. Try again in a moment.");
        case FailureKind::overtaken:
            return phrase("This was changed by somebody else meanwhile. Nothing was stored.");
        case FailureKind::read_only:
            return phrase("The database cannot be written to.");
        case FailureKind::damaged:
            return phrase("The database is damaged. Restore it from a backup.");
        case FailureKind::lost:
            return phrase("The database went away while it was needed.");
        case FailureKind::refused:
            break;
    }
    return phrase("The database did not take what it was asked.");
}

}  // namespace

Failure::Failure(FailureKind kind, std::string code)
    : Failure(kind, sentence(kind).text, std::move(code)) {}

Failure::Failure(FailureKind kind, const std::string& message, std::string code)
    : std::runtime_error(message), kind_(kind), code_(std::move(code)) {}

}  // namespace waymark::storage
