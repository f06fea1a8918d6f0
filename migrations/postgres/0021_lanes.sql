-- How fast mail leaves: where each lane has its next free place (in microseconds), and until when it is closed.
CREATE TABLE lanes (
    name TEXT PRIMARY KEY,
    next_at BIGINT NOT NULL,
    closed_until BIGINT
);

-- The place that a delivery was given and waits for.
ALTER TABLE deliveries ADD COLUMN slot_at BIGINT;
