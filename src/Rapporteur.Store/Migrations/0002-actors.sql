-- Who is named in a report, by which words, and whom the source of a statement names. Reports of before have none until they are read again.
CREATE TABLE actor (
    key     INTEGER PRIMARY KEY,
    report  INTEGER NOT NULL REFERENCES report (key) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    country TEXT,
    sector  TEXT,
    UNIQUE (report, number)
) STRICT;
CREATE INDEX actor_name ON actor (name COLLATE NOCASE);

CREATE TABLE mention (
    actor   INTEGER NOT NULL REFERENCES actor (key) ON DELETE CASCADE,
    "start" INTEGER NOT NULL,
    "end"   INTEGER NOT NULL,
    form    TEXT NOT NULL
) STRICT;
CREATE INDEX mention_actor ON mention (actor);

ALTER TABLE statement ADD COLUMN actor INTEGER REFERENCES actor (key) ON DELETE SET NULL;
CREATE INDEX statement_actor ON statement (actor);

ALTER TABLE report ADD COLUMN hasActors INTEGER NOT NULL DEFAULT 0;
