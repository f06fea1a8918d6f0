-- What the WebSub hub was last told of each feed, so that it hears of those alone that have changed.
CREATE TABLE told_feeds (
    url TEXT PRIMARY KEY,
    digest TEXT NOT NULL
);
