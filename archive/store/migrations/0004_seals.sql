-- What each row was when it was written, so that a row that was altered, is gone or is foreign is noticed and named.
-- SQLite's own check looks at the shape of the file, not at what stands in it. See archive/store/seals.py.

CREATE TABLE seals (
    place  TEXT NOT NULL,                 -- the table; "schema" for what tables there are
    row    TEXT NOT NULL,                 -- its primary key; the columns of it with a tab between
    sha256 BLOB NOT NULL,                 -- of all its columns
    PRIMARY KEY (place, row)
) STRICT, WITHOUT ROWID;

-- What all seals of a table come to, so that a row that is gone together with its seal is noticed too.
CREATE TABLE seal_sums (
    place   TEXT PRIMARY KEY,
    counted INTEGER NOT NULL,             -- rows of the table
    total   BLOB NOT NULL                 -- the sum of their seals as numbers, modulo 2^256; 32 bytes, the highest first
) STRICT, WITHOUT ROWID;
