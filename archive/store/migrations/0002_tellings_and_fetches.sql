-- What each original alone says of its record, so that documents that arrive later are merged with it, not put in
-- its place; and where originals were fetched from, with what a server needs to say whether they changed since.

-- Null: what the record says now, where the record stands as this original gave it; else nothing more than that.
ALTER TABLE readings ADD COLUMN content TEXT;
-- Order of arrival among the originals of one record.
ALTER TABLE readings ADD COLUMN position INTEGER NOT NULL DEFAULT 0;

UPDATE readings SET
    position = (
        SELECT count(*) FROM readings AS other
        WHERE other.record = readings.record
          AND (other.read_at, other.original) < (readings.read_at, readings.original)
    ),
    -- An older program kept these as versions, except where reading the original again changed nothing.
    content = (
        SELECT versions.content FROM versions
        WHERE versions.id = readings.record AND versions.original = readings.original
        ORDER BY versions.version DESC LIMIT 1
    );
-- Its present state is what the record's own original says, and that one came last.
UPDATE readings SET content = NULL, position = 1000000
WHERE EXISTS (
    SELECT 1 FROM records WHERE records.id = readings.record AND records.original = readings.original
);

CREATE TABLE fetches (
    address       TEXT PRIMARY KEY,       -- as it was asked for, before any redirect
    original      TEXT NOT NULL REFERENCES originals (sha256),
    etag          TEXT,
    last_modified TEXT,
    fetched_at    TEXT NOT NULL           -- when the server last said that this is what it has
) STRICT;
