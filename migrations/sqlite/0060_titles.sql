-- The title that a post had when it was released, in the source's language alone: by that and by its date it is known again
-- under another name, and another post under its name is told from it. NULL: released before titles were kept.
ALTER TABLE releases ADD COLUMN title TEXT;
