// A feed into the directory: every row taken or refused with a reason, all of
// it or nothing, and the same feed twice changes nothing.
//
// In lists of places of help, rows with one key are one site: their facts are
// merged (directory::merge) and the report says which rows. A confidential
// address is taken out before anything is stored.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/result.h"
#include "directory/fellowship.h"
#include "directory/source_book.h"
#include "directory/store.h"
#include "importers/records.h"
#include "importers/review/reviewer.h"

namespace waymark::importers {

inline constexpr std::size_t kRefusalsKept = 1000;
inline constexpr std::size_t kMergesKept = 10'000;

struct ImportOptions {
    std::string format{};  // "meeting-guide", "findtreatment" …: a name of formats().
    std::string source{};  // Its name, chosen by the operator.
    // Not given: what the source was read with before, else the format's own.
    std::optional<directory::Fellowship> fellowship{};
    std::string timezone{};
    std::string location{};  // URL, or the file's name.
    std::string map{};       // "csv": the content of the column map.
    // "bmlt": the contents of further files, service bodies and formats.
    std::vector<std::string> lists{};
    std::string kind{};  // Of places whose list does not say: "naloxone".
    std::string etag{};  // As the server gave them with this copy.
    std::string last_modified{};
    bool is_fictional = false;  // Sample data; a feed that says so itself counts too.
    std::int64_t rows_max = 0;  // 0: no limit (a local file). More rows: limit_reached.
    // For the source's book, of a reading that is published.
    directory::Decision decision = directory::Decision::published;
    std::string decided_by{};  // A role, never a name.
    // Of the source. Not given: as before, else not said and yes.
    std::optional<std::string> license{};
    std::optional<bool> may_republish{};
};

struct Refusal {
    std::int64_t row = 0;
    std::string field{};
    std::string reason{};          // One sentence, a key of the catalogue.
    std::int64_t earlier_row = 0;  // The row it repeats; 0 when it repeats none.
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

// Rows of one site, which became one place of help.
struct Merged {
    std::string name{};
    std::vector<std::int64_t> rows{};  // In the order of the feed; at least two.
    friend bool operator==(const Merged&, const Merged&) = default;
};

struct ImportReport {
    std::int64_t rows = 0;  // Read, taken or not.
    std::int64_t added = 0, changed = 0, unchanged = 0, removed = 0;
    std::int64_t refused = 0;
    std::vector<Refusal> refusals{};  // The first kRefusalsKept of them.
    // Rows that joined an earlier one, and the first kMergesKept places so made.
    std::int64_t merged = 0;
    std::vector<Merged> merges{};
    std::int64_t hidden_characters_removed = 0;
    // What was mended or left out of rows that were taken, by its sentence.
    std::map<std::string, std::int64_t, std::less<>> warnings{};
    std::int64_t bytes = 0;
    std::string sha256{};  // Of the bytes read, hex.
    // What the reviewer found. Held: nothing of the reading was published, the
    // source is as it was, and the counts say what would have become of it.
    std::vector<Alarm> alarms{};
    bool is_held = false;
};

// Gives the same bytes from their start each time it is called: a feed with
// twin keys, or with its list of formats at its end, is read more than once.
// importers/bytes.h makes one of a file, a text or a stream.
using OpenBytes = std::function<ByteSource()>;

// Called now and then with what has been read so far.
using Progress = std::function<void(std::int64_t rows, std::int64_t bytes)>;

// Reads the whole feed into the source of that name and commits. Fails, with
// the directory unchanged, with invalid_input for options that cannot be
// (unknown format, zone or column map) and with unreadable or limit_reached
// for a feed that cannot be read: one clear sentence. Throws when the store or
// the byte source itself fails; the directory is unchanged then too.
//
// Without a reviewer it publishes what it reads; with one, a reading that gives
// an alarm that holds is not published, and that is no failure.
Result<ImportReport> import_records(const OpenBytes& open, const ImportOptions& options,
                                    directory::Store& store, const Clock& clock,
                                    const Progress& progress = {}, Reviewer* reviewer = nullptr);

}  // namespace waymark::importers
