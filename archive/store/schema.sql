-- The corpus, form 1. Later forms are made by the numbered files in migrations/.
-- Times are UTC in ISO 8601, whole seconds ("2024-04-25T08:30:00Z"). `program` is the version that wrote the row.

-- Every byte stream that was ever ingested. The bytes stand in originals/<first two of sha256>/<sha256>.<extension>.
CREATE TABLE originals (
    sha256     TEXT PRIMARY KEY,
    media_type TEXT,                      -- null until the bytes were understood once
    bytes      INTEGER NOT NULL,
    name       TEXT NOT NULL,             -- as it was called where it first came from; for people
    extension  TEXT NOT NULL,
    kept_at    TEXT NOT NULL,
    read_by    TEXT                       -- program that read it to its end; null while it was never read whole
) STRICT;

-- The current state of each record.
CREATE TABLE records (
    id         TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,
    content    TEXT NOT NULL,             -- the canonical JSON of the record
    sha256     TEXT NOT NULL,             -- of the content in UTF-8
    original   TEXT NOT NULL REFERENCES originals (sha256),
    version    INTEGER NOT NULL,          -- counted from 1
    written_at TEXT NOT NULL,
    program    TEXT NOT NULL
) STRICT;
CREATE INDEX records_by_original ON records (original);
-- The signature of the corpus is read from this index alone.
CREATE INDEX record_hashes ON records (id, sha256);

-- The earlier states of a record.
CREATE TABLE versions (
    id          TEXT NOT NULL REFERENCES records (id),
    version     INTEGER NOT NULL,
    content     TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    original    TEXT NOT NULL REFERENCES originals (sha256),
    written_at  TEXT NOT NULL,
    program     TEXT NOT NULL,
    replaced_at TEXT NOT NULL,
    PRIMARY KEY (id, version)
) STRICT;

-- The notes of the current state of each record, for questions across the corpus.
CREATE TABLE notes (
    record   TEXT NOT NULL REFERENCES records (id),
    position INTEGER NOT NULL,            -- counted from 0 in the record
    code     TEXT NOT NULL,
    message  TEXT NOT NULL,
    place    TEXT,
    PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX notes_by_code ON notes (code, record);

-- Which original gave which records.
CREATE TABLE readings (
    original TEXT NOT NULL REFERENCES originals (sha256),
    record   TEXT NOT NULL REFERENCES records (id),
    program  TEXT NOT NULL,
    read_at  TEXT NOT NULL,
    PRIMARY KEY (original, record)
) STRICT, WITHOUT ROWID;

-- Documents that could not be read. A refusal is open until its original was read well.
CREATE TABLE refusals (
    number     INTEGER PRIMARY KEY,
    path       TEXT NOT NULL,             -- as given to the command, with the member or lines inside it
    code       TEXT NOT NULL,
    place      TEXT NOT NULL,
    cause      TEXT NOT NULL,
    remedy     TEXT NOT NULL,
    original   TEXT REFERENCES originals (sha256),   -- null where the bytes could not even be had
    program    TEXT NOT NULL,
    refused_at TEXT NOT NULL,
    closed_at  TEXT
) STRICT;
CREATE UNIQUE INDEX refusals_of_original ON refusals (ifnull(original, ''), path);

-- What was done, when, by which version of the program. Rows are only ever added.
CREATE TABLE events (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    happened_at TEXT NOT NULL,
    program     TEXT NOT NULL,
    action      TEXT NOT NULL,            -- inserted, updated, same_id, refused, refusal_closed,
                                          -- withdrawn, renamed, restored
    subject     TEXT NOT NULL,            -- id of a record, or path of a refused document
    detail      TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_subject ON events (subject);
