-- When the readers of a locale had a post in their own language that was released to them in another; milliseconds. NULL: not
-- yet, or from the beginning.
ALTER TABLE releases ADD COLUMN translated_at INTEGER;
