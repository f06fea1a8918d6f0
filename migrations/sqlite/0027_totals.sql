-- What became of those mails of an issue whose rows were pruned.
CREATE TABLE issue_totals (
    issue_id INTEGER NOT NULL REFERENCES issues (id),
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    count INTEGER NOT NULL,
    in_doubt INTEGER NOT NULL,
    PRIMARY KEY (issue_id, state, reason)
) STRICT, WITHOUT ROWID;
