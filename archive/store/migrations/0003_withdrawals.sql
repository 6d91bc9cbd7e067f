-- Records that are shown no more. What is withdrawn stays whole in `records`, so that its id is never given to another;
-- its page says why it is gone, or under which id it goes on.

CREATE TABLE withdrawals (
    record       TEXT PRIMARY KEY REFERENCES records (id),
    reason       TEXT NOT NULL,
    successor    TEXT REFERENCES records (id),  -- the record that it goes on in; null where it is gone
    by_reading   INTEGER NOT NULL,              -- 1: reading its original again gave another id; 0: somebody said so
    withdrawn_at TEXT NOT NULL,
    program      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What is shown, searched and exported.
CREATE VIEW present AS SELECT * FROM records WHERE id NOT IN (SELECT record FROM withdrawals);
