-- Addresses that must get no mail, as keyed hashes: what remains of somebody who was erased.
CREATE TABLE suppressions (
    address_hash TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    suppressed_at BIGINT NOT NULL
);

-- What such hashes are made with. It never changes: nothing could be found again.
INSERT INTO meta (key, value)
VALUES ('hash_key', replace(concat(gen_random_uuid(), gen_random_uuid()), '-', ''));
