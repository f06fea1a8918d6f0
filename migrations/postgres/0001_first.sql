-- Times are milliseconds since 1970. A digest's posts, a cohort's content and a delivery's
-- outcome are facts: rows are added and settled, never rewritten.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- A post became available to the readers of a locale.
CREATE TABLE releases (
    locale TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    post TEXT NOT NULL,
    variant_locale TEXT NOT NULL,
    newsworthy BIGINT NOT NULL,
    dated BIGINT NOT NULL,
    released_at BIGINT NOT NULL,
    guid TEXT NOT NULL,
    PRIMARY KEY (locale, sequence),
    UNIQUE (locale, post)
);

CREATE TABLE subscribers (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    locale TEXT NOT NULL,
    cadence TEXT NOT NULL,
    topics TEXT NOT NULL,
    name TEXT,
    status TEXT NOT NULL,
    time_zone TEXT,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    cursor BIGINT NOT NULL,
    any_age_until BIGINT NOT NULL
);

-- Posts that a subscriber has, though their cursor does not say so: after a change of
-- language, and while it is held back by a post that cannot be had.
CREATE TABLE served (
    subscriber_id BIGINT NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    post TEXT NOT NULL,
    PRIMARY KEY (subscriber_id, post)
);

-- What a subscriber agreed to, where and in which words. Rows are only ever added.
CREATE TABLE consents (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscriber_id BIGINT NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    at BIGINT NOT NULL,
    what TEXT NOT NULL,
    wording TEXT NOT NULL,
    page TEXT NOT NULL
);
CREATE INDEX consents_of ON consents (subscriber_id, id);

CREATE TABLE issues (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workflow TEXT NOT NULL,
    slot BIGINT NOT NULL,
    cadence TEXT NOT NULL,
    state TEXT NOT NULL,
    planned BIGINT NOT NULL,
    nothing_new BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    finished_at BIGINT,
    UNIQUE (workflow, slot)
);

-- Content that several deliveries share; of an administrative mail, one.
CREATE TABLE cohorts (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    issue_id BIGINT REFERENCES issues (id),
    locale TEXT NOT NULL,
    subject TEXT NOT NULL,
    html TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX cohorts_of ON cohorts (issue_id);

CREATE TABLE cohort_posts (
    cohort_id BIGINT NOT NULL REFERENCES cohorts (id),
    position BIGINT NOT NULL,
    post TEXT NOT NULL,
    PRIMARY KEY (cohort_id, position)
);

-- The ledger: one mail to one subscriber, one outcome. A row is open while it is due or leased.
CREATE TABLE deliveries (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind TEXT NOT NULL,
    priority BIGINT NOT NULL,
    issue_id BIGINT REFERENCES issues (id),
    cohort_id BIGINT REFERENCES cohorts (id),
    ordinal BIGINT NOT NULL,
    subscriber_id BIGINT NOT NULL,
    locale TEXT NOT NULL,
    cursor_to BIGINT,
    state TEXT NOT NULL,
    reason TEXT,
    detail TEXT,
    attempts BIGINT NOT NULL DEFAULT 0,
    first_attempt_at BIGINT,
    due_at BIGINT,
    worker TEXT,
    lease_until BIGINT,
    on_wire_at BIGINT,
    uncertain_since BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX deliveries_due ON deliveries (priority, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX deliveries_leased ON deliveries (lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX deliveries_open_of ON deliveries (subscriber_id)
    WHERE (due_at IS NOT NULL OR lease_until IS NOT NULL);
CREATE INDEX deliveries_open_in ON deliveries (issue_id)
    WHERE (due_at IS NOT NULL OR lease_until IS NOT NULL);
CREATE INDEX deliveries_in ON deliveries (issue_id, state, reason);

CREATE TABLE runs (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workflow TEXT NOT NULL,
    slot BIGINT NOT NULL,
    outcome TEXT,
    started_at BIGINT NOT NULL,
    finished_at BIGINT,
    UNIQUE (workflow, slot)
);
