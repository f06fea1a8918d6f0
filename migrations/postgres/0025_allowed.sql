-- Whose subscription a suppression ended, how far that had come, and which mail came back: what to give back when it
-- was a mistake.
ALTER TABLE suppressions ADD COLUMN subscriber_id BIGINT;
ALTER TABLE suppressions ADD COLUMN was TEXT;
ALTER TABLE suppressions ADD COLUMN delivery_id BIGINT;
CREATE INDEX suppressions_of ON suppressions (subscriber_id) WHERE subscriber_id IS NOT NULL;
