-- Places of help: treatment, housing, harm reduction, naloxone and the like.
--
-- As with meetings, the row holds what finds and compares, `record` all else.
-- From here on a listing that its source no longer holds keeps its row with
-- `removed_at` set, so that those who copy the directory learn of it and a link
-- to it works again when it comes back; its record keeps a name and ids at most.

CREATE TABLE facility (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    source_key TEXT NOT NULL,
    is_published INTEGER NOT NULL CHECK (is_published IN (0, 1)),
    content_hash BLOB NOT NULL,
    record TEXT NOT NULL,
    modified_at TEXT,
    removed_at TEXT,
    UNIQUE (source_id, source_key)
) STRICT;

ALTER TABLE meeting ADD COLUMN modified_at TEXT;
ALTER TABLE meeting ADD COLUMN removed_at TEXT;

ALTER TABLE directory_state ADD COLUMN last_facility_id INTEGER NOT NULL DEFAULT 0;
