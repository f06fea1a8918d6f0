-- Until when mail may have left, in milliseconds: it only grows. An older copy of the database is known by it.
INSERT INTO meta (key, value) VALUES ('tide', '0');
