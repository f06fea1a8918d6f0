-- Which database this is, and until when mail may have left, in milliseconds: that only grows. An older copy of the
-- database is known by both.
INSERT INTO meta (key, value) VALUES ('store_id', substr(replace(gen_random_uuid()::text, '-', ''), 1, 16)), ('tide', '0');
