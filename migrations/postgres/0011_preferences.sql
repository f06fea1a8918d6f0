-- While somebody pauses they get no digest. Both stay after the end: they say what was missed.
ALTER TABLE subscribers ADD COLUMN paused_at BIGINT;
ALTER TABLE subscribers ADD COLUMN paused_until BIGINT;

-- Somebody wants their mail at another address, which is still to say yes.
CREATE TABLE address_changes (
    subscriber_id BIGINT PRIMARY KEY REFERENCES subscribers (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    asked_at BIGINT NOT NULL
);
