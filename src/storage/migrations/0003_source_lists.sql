-- What a source says beside its listings (directory/source_lists.h): the bodies
-- that answer for its meetings and what its formats mean, whole in `record`.

CREATE TABLE source_lists (
    source_id INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
    record TEXT NOT NULL
) STRICT;
