-- Mails to editors, by their numbers: without a time they are done with, else tried again at that time.
CREATE TABLE notes (
    number BIGINT NOT NULL PRIMARY KEY,
    attempts BIGINT NOT NULL,
    due_at BIGINT,
    changed_at BIGINT NOT NULL
);
