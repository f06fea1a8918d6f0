-- What asked for a run beside the clock: files that changed, or a webhook. Its id is kept, so that nothing asks twice.
CREATE TABLE triggers (
    workflow TEXT NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    taken_at INTEGER,
    PRIMARY KEY (workflow, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX triggers_waiting ON triggers (workflow, at) WHERE taken_at IS NULL;
