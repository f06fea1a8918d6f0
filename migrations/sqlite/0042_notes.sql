-- Mails to editors, by their numbers: without a time they are done with, else tried again at that time.
CREATE TABLE notes (
    number INTEGER NOT NULL PRIMARY KEY,
    attempts INTEGER NOT NULL,
    due_at INTEGER,
    changed_at INTEGER NOT NULL
) STRICT;
