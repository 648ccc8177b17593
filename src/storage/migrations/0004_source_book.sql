-- The book of each source (directory/source_book.h): when it is read, what became
-- of each reading, how listings were before it, rows that wait for a person; and
-- what visitors say is wrong. Lists and variants stand as JSON in `record`.

ALTER TABLE source ADD COLUMN license TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN may_republish INTEGER NOT NULL DEFAULT 1;

CREATE TABLE source_timetable (
    source_id INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
    every_minutes INTEGER NOT NULL,
    is_paused INTEGER NOT NULL CHECK (is_paused IN (0, 1)),
    failures INTEGER NOT NULL,
    next_at TEXT,
    kind TEXT NOT NULL,
    column_map TEXT NOT NULL
) STRICT;

CREATE TABLE source_reading (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    read_at TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    decision TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (source_id, number)
) STRICT;

-- What was read before there were books is each source's first reading.
INSERT INTO source_reading
    (source_id, number, read_at, sha256, added, changed, removed, decision, record)
SELECT source.id, 1, coalesce(source.fetched_at, '1970-01-01T00:00:00Z'), source.sha256,
    (SELECT count(*) FROM meeting
        WHERE meeting.source_id = source.id AND meeting.removed_at IS NULL) +
    (SELECT count(*) FROM facility
        WHERE facility.source_id = source.id AND facility.removed_at IS NULL),
    0, 0, 'published', '{}' FROM source;

-- What a listing was before a reading changed it; `record` is null when it was
-- not there. The first reading of a source changes nothing that was.
CREATE TABLE listing_before (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('meeting', 'facility')),
    listing_id INTEGER NOT NULL,
    source_key TEXT NOT NULL,
    is_published INTEGER NOT NULL CHECK (is_published IN (0, 1)),
    record TEXT,
    PRIMARY KEY (source_id, number, kind, listing_id)
) STRICT;

CREATE TABLE held_row (
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    source_key TEXT NOT NULL,
    listing_id INTEGER NOT NULL,
    why TEXT NOT NULL,
    since TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (source_id, source_key)
) STRICT;

CREATE TABLE mistake_report (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('meeting', 'facility')),
    listing_id INTEGER NOT NULL,
    mistake TEXT NOT NULL,
    words TEXT NOT NULL,
    reported_at TEXT NOT NULL
) STRICT;

ALTER TABLE directory_state ADD COLUMN last_report_id INTEGER NOT NULL DEFAULT 0;

-- The latest change is asked for at each reading.
CREATE INDEX meeting_modified_at ON meeting (modified_at);
CREATE INDEX facility_modified_at ON facility (modified_at);
