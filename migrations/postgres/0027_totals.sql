-- What became of those mails of an issue whose rows were pruned.
CREATE TABLE issue_totals (
    issue_id BIGINT NOT NULL REFERENCES issues (id),
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    count BIGINT NOT NULL,
    in_doubt BIGINT NOT NULL,
    PRIMARY KEY (issue_id, state, reason)
);
