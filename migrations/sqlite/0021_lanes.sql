-- How fast mail leaves: where each lane has its next free place (in microseconds), and until when it is closed.
CREATE TABLE lanes (
    name TEXT PRIMARY KEY,
    next_at INTEGER NOT NULL,
    closed_until INTEGER
) STRICT, WITHOUT ROWID;

-- The place that a delivery was given and waits for.
ALTER TABLE deliveries ADD COLUMN slot_at INTEGER;
