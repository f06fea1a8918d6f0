-- When the readers of a locale had a post in their own language that was released to them in another; milliseconds. NULL: not
-- yet, or from the beginning. Of releases from before nobody knows, and their readers are told nothing anew: the date of the
-- post moves nothing.
ALTER TABLE releases ADD COLUMN translated_at BIGINT;
UPDATE releases SET translated_at = dated WHERE variant_locale <> locale;
