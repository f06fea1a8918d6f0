-- Times are milliseconds since 1970. A digest's posts, a cohort's content and a delivery's
-- outcome are facts: rows are added and settled, never rewritten.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- A post became available to the readers of a locale.
CREATE TABLE releases (
    locale TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    post TEXT NOT NULL,
    variant_locale TEXT NOT NULL,
    newsworthy INTEGER NOT NULL,
    dated INTEGER NOT NULL,
    released_at INTEGER NOT NULL,
    guid TEXT NOT NULL,
    PRIMARY KEY (locale, sequence),
    UNIQUE (locale, post)
) STRICT;

CREATE TABLE subscribers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    locale TEXT NOT NULL,
    cadence TEXT NOT NULL,
    topics TEXT NOT NULL,
    name TEXT,
    status TEXT NOT NULL,
    time_zone TEXT,
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    cursor INTEGER NOT NULL,
    any_age_until INTEGER NOT NULL
) STRICT;

-- Posts that a subscriber has, though their cursor does not say so: after a change of
-- language, and while it is held back by a post that cannot be had.
CREATE TABLE served (
    subscriber_id INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    post TEXT NOT NULL,
    PRIMARY KEY (subscriber_id, post)
) STRICT, WITHOUT ROWID;

-- What a subscriber agreed to, where and in which words. Rows are only ever added.
CREATE TABLE consents (
    id INTEGER PRIMARY KEY,
    subscriber_id INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    what TEXT NOT NULL,
    wording TEXT NOT NULL,
    page TEXT NOT NULL
) STRICT;
CREATE INDEX consents_of ON consents (subscriber_id, id);

CREATE TABLE issues (
    id INTEGER PRIMARY KEY,
    workflow TEXT NOT NULL,
    slot INTEGER NOT NULL,
    cadence TEXT NOT NULL,
    state TEXT NOT NULL,
    planned INTEGER NOT NULL,
    nothing_new INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    UNIQUE (workflow, slot)
) STRICT;

-- Content that several deliveries share; of an administrative mail, one.
CREATE TABLE cohorts (
    id INTEGER PRIMARY KEY,
    issue_id INTEGER REFERENCES issues (id),
    locale TEXT NOT NULL,
    subject TEXT NOT NULL,
    html TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX cohorts_of ON cohorts (issue_id);

CREATE TABLE cohort_posts (
    cohort_id INTEGER NOT NULL REFERENCES cohorts (id),
    position INTEGER NOT NULL,
    post TEXT NOT NULL,
    PRIMARY KEY (cohort_id, position)
) STRICT, WITHOUT ROWID;

-- The ledger: one mail to one subscriber, one outcome. A row is open while it is due or leased.
CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    priority INTEGER NOT NULL,
    issue_id INTEGER REFERENCES issues (id),
    cohort_id INTEGER REFERENCES cohorts (id),
    ordinal INTEGER NOT NULL,
    subscriber_id INTEGER NOT NULL,
    locale TEXT NOT NULL,
    cursor_to INTEGER,
    state TEXT NOT NULL,
    reason TEXT,
    detail TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    first_attempt_at INTEGER,
    due_at INTEGER,
    worker TEXT,
    lease_until INTEGER,
    on_wire_at INTEGER,
    uncertain_since INTEGER,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX deliveries_due ON deliveries (priority, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX deliveries_leased ON deliveries (lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX deliveries_open_of ON deliveries (subscriber_id)
    WHERE (due_at IS NOT NULL OR lease_until IS NOT NULL);
CREATE INDEX deliveries_open_in ON deliveries (issue_id)
    WHERE (due_at IS NOT NULL OR lease_until IS NOT NULL);
CREATE INDEX deliveries_in ON deliveries (issue_id, state, reason);

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    workflow TEXT NOT NULL,
    slot INTEGER NOT NULL,
    outcome TEXT,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    UNIQUE (workflow, slot)
) STRICT;
