-- What came back of a delivery: each verdict once, however often it is reported. Rows are only ever added.
CREATE TABLE bounces (
    delivery_id INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    subscriber_id INTEGER NOT NULL,
    issue_id INTEGER,
    status TEXT,
    detail TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (delivery_id, verdict)
) STRICT, WITHOUT ROWID;
CREATE INDEX bounces_of ON bounces (subscriber_id, verdict, at);
CREATE INDEX bounces_in ON bounces (issue_id, verdict);

-- For whoever asks what became of the mails to one subscriber.
CREATE INDEX deliveries_of ON deliveries (subscriber_id, id);
