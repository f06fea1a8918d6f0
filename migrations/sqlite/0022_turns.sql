-- Issues that are sent at the same time take turns: the one with the lowest number comes next.
ALTER TABLE issues ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;

-- Of which issue what is due next; administrative mail is of none.
DROP INDEX deliveries_due;
CREATE INDEX deliveries_due ON deliveries (issue_id, due_at, id) WHERE due_at IS NOT NULL;
