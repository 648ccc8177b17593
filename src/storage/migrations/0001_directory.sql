-- The directory: where listings come from, and the meetings they list.
--
-- A meeting's row holds what finds and compares it; all of it else stands in
-- `record` (docs/decisions/0002-meetings-are-stored-whole.md). Times are RFC
-- 3339 text in UTC.

-- One row. Ids come from it, so that one that was removed is never given again.
CREATE TABLE directory_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL,
    last_source_id INTEGER NOT NULL,
    last_meeting_id INTEGER NOT NULL
) STRICT;

INSERT INTO directory_state (id, revision, last_source_id, last_meeting_id) VALUES (1, 0, 0, 0);

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    format TEXT NOT NULL,
    location TEXT NOT NULL,
    fellowship TEXT NOT NULL,
    timezone TEXT NOT NULL,
    is_fictional INTEGER NOT NULL CHECK (is_fictional IN (0, 1)),
    fetched_at TEXT,
    failing_since TEXT,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    source_key TEXT NOT NULL,
    is_published INTEGER NOT NULL CHECK (is_published IN (0, 1)),
    content_hash BLOB NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (source_id, source_key)
) STRICT;
