-- While somebody pauses they get no digest. Both stay after the end: they say what was missed.
ALTER TABLE subscribers ADD COLUMN paused_at INTEGER;
ALTER TABLE subscribers ADD COLUMN paused_until INTEGER;

-- Somebody wants their mail at another address, which is still to say yes.
CREATE TABLE address_changes (
    subscriber_id INTEGER PRIMARY KEY REFERENCES subscribers (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    asked_at INTEGER NOT NULL
) STRICT;
