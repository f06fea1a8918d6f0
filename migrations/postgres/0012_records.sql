-- From where somebody agreed, as a hash: it shows whether two came from the same place, not from which.
ALTER TABLE consents ADD COLUMN origin TEXT NOT NULL DEFAULT '';

-- What somebody agreed to is not rewritten. It goes with them when they are erased.
CREATE FUNCTION consents_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'consents are only ever added';
END
$$;
CREATE TRIGGER consents_stay BEFORE UPDATE ON consents FOR EACH ROW EXECUTE FUNCTION consents_stay();

-- What was done with somebody's data besides sending them mail. Rows are only ever added; of who was
-- erased the number stays.
CREATE TABLE audit (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    what TEXT NOT NULL,
    subscriber_id BIGINT
);

-- How often something was tried from one place or for one address in a while. What for is a hash.
CREATE TABLE attempts (
    what TEXT PRIMARY KEY,
    count BIGINT NOT NULL,
    until BIGINT NOT NULL
);
CREATE INDEX attempts_until ON attempts (until);
