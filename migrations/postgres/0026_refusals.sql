-- What relays refused since they last took a mail, and at which domain, as its hash: many at once are about us.
CREATE TABLE refusals (
    delivery_id BIGINT PRIMARY KEY,
    domain TEXT NOT NULL
);
