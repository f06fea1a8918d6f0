-- An issue that needs an editor's word waits for it until then; its editors were written to at some time.
ALTER TABLE issues ADD COLUMN approve_by INTEGER;
ALTER TABLE issues ADD COLUMN told_at INTEGER;

-- How long an issue can be called back before its first mail, in milliseconds.
ALTER TABLE issues ADD COLUMN undo_for INTEGER NOT NULL DEFAULT 0;

-- What the steps of a run did that are done, in their order, as JSON: whoever goes on with it begins after them.
ALTER TABLE runs ADD COLUMN done TEXT NOT NULL DEFAULT '[]';
