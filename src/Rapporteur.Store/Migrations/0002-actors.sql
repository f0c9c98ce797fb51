-- Who is named in a report, by which words; whom the source of a statement names, and whom its content is about; and the
-- entries beside statements. Reports of before have none until they are read again: "layout" tells which tables a report fills.
ALTER TABLE report ADD COLUMN layout INTEGER NOT NULL DEFAULT 1;

CREATE TABLE actor (
    key     INTEGER PRIMARY KEY,
    report  INTEGER NOT NULL REFERENCES report (key) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    country TEXT,
    sector  TEXT,
    named   INTEGER NOT NULL,
    UNIQUE (report, number)
) STRICT;
CREATE INDEX actor_name ON actor (name, kind, country, sector);

CREATE TABLE alias (
    actor    INTEGER NOT NULL REFERENCES actor (key) ON DELETE CASCADE,
    words    TEXT NOT NULL,
    folded   TEXT NOT NULL,
    form     TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (actor, words, form)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_folded ON alias (folded);

ALTER TABLE statement ADD COLUMN actor INTEGER REFERENCES actor (key) ON DELETE SET NULL;
CREATE INDEX statement_actor ON statement (actor);

CREATE TABLE about (
    statement INTEGER NOT NULL REFERENCES statement (key) ON DELETE CASCADE,
    actor     INTEGER NOT NULL REFERENCES actor (key) ON DELETE CASCADE,
    PRIMARY KEY (actor, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX about_statement ON about (statement);

CREATE TABLE place (
    key       INTEGER PRIMARY KEY,
    report    INTEGER NOT NULL REFERENCES report (key) ON DELETE CASCADE,
    "start"   INTEGER NOT NULL,
    words     TEXT NOT NULL,
    name      TEXT NOT NULL,
    country   TEXT,
    latitude  REAL NOT NULL,
    longitude REAL NOT NULL,
    feature   TEXT NOT NULL,
    geonames  INTEGER
) STRICT;
CREATE INDEX place_report ON place (report);
CREATE INDEX place_name ON place (name, country);

-- "day" is when it happened, as exactly as the text tells: 2022, 2022-02, 2022-02-25; else the report's date.
CREATE TABLE event (
    key        INTEGER PRIMARY KEY,
    report     INTEGER NOT NULL REFERENCES report (key) ON DELETE CASCADE,
    id         TEXT NOT NULL,
    "start"    INTEGER NOT NULL,
    type       TEXT NOT NULL,
    mode       TEXT,
    contexts   TEXT NOT NULL,
    "trigger"  TEXT NOT NULL,
    lemma      TEXT NOT NULL,
    mentions   INTEGER NOT NULL,
    time       TEXT,
    day        TEXT,
    place      INTEGER REFERENCES place (key) ON DELETE SET NULL,
    reality    TEXT NOT NULL,
    historical INTEGER NOT NULL,
    within     TEXT,
    confidence REAL NOT NULL,
    UNIQUE (report, id)
) STRICT;
CREATE INDEX event_type ON event (type);
CREATE INDEX event_day ON event (day);
CREATE INDEX event_place ON event (place);

CREATE TABLE party (
    event   INTEGER NOT NULL REFERENCES event (key) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    role    TEXT NOT NULL,
    actor   INTEGER REFERENCES actor (key) ON DELETE SET NULL,
    words   TEXT NOT NULL,
    country TEXT,
    sector  TEXT,
    PRIMARY KEY (event, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_actor ON party (actor);
CREATE INDEX party_country ON party (country);

CREATE TABLE figure (
    key       INTEGER PRIMARY KEY,
    report    INTEGER NOT NULL REFERENCES report (key) ON DELETE CASCADE,
    id        TEXT NOT NULL,
    "start"   INTEGER NOT NULL,
    words     TEXT NOT NULL,
    value     REAL NOT NULL,
    upper     REAL,
    unit      TEXT NOT NULL,
    currency  TEXT,
    counted   TEXT,
    qualifier TEXT NOT NULL,
    within    TEXT,
    asOf      TEXT,
    passage   TEXT NOT NULL,
    UNIQUE (report, id)
) STRICT;

CREATE TABLE relation (
    key        INTEGER PRIMARY KEY,
    report     INTEGER NOT NULL REFERENCES report (key) ON DELETE CASCADE,
    id         TEXT NOT NULL,
    "start"    INTEGER NOT NULL,
    words      TEXT NOT NULL,
    subject    INTEGER NOT NULL REFERENCES actor (key) ON DELETE CASCADE,
    predicate  TEXT NOT NULL,
    object     INTEGER REFERENCES actor (key) ON DELETE SET NULL,
    role       TEXT,
    time       TEXT,
    ended      INTEGER NOT NULL,
    within     TEXT,
    confidence REAL NOT NULL,
    UNIQUE (report, id)
) STRICT;
CREATE INDEX relation_subject ON relation (subject);
CREATE INDEX relation_object ON relation (object);

CREATE TABLE provenance (
    key       INTEGER PRIMARY KEY,
    report    INTEGER NOT NULL REFERENCES report (key) ON DELETE CASCADE,
    "start"   INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    words     TEXT NOT NULL,
    outlet    TEXT,
    url       TEXT,
    actor     INTEGER REFERENCES actor (key) ON DELETE SET NULL,
    time      TEXT,
    statement TEXT
) STRICT;
CREATE INDEX provenance_report ON provenance (report);

-- Which passages tell what is counted; figures are found by words of either.
CREATE VIRTUAL TABLE figureText USING fts5 (
    counted, passage, content = 'figure', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2', prefix = '3');
CREATE TRIGGER figure_insert AFTER INSERT ON figure BEGIN
    INSERT INTO figureText (rowid, counted, passage) VALUES (new.key, new.counted, new.passage);
END;
CREATE TRIGGER figure_delete AFTER DELETE ON figure BEGIN
    INSERT INTO figureText (figureText, rowid, counted, passage) VALUES ('delete', old.key, old.counted, old.passage);
END;
