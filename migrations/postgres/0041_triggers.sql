-- What asked for a run beside the clock: files that changed, or a webhook. Its id is kept, so that nothing asks twice.
CREATE TABLE triggers (
    workflow TEXT NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    taken_at BIGINT,
    PRIMARY KEY (workflow, id)
);
CREATE INDEX triggers_waiting ON triggers (workflow, at) WHERE taken_at IS NULL;
