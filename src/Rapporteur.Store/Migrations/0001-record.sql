-- The record: reports, where they appeared, and their entries. Offsets count Unicode code points of the report's text.
CREATE TABLE run (
    key       INTEGER PRIMARY KEY,
    started   TEXT NOT NULL,
    finished  TEXT,
    options   TEXT NOT NULL,
    program   TEXT NOT NULL,
    format    TEXT NOT NULL,
    models    TEXT NOT NULL,
    lexicons  TEXT NOT NULL,
    added     INTEGER NOT NULL DEFAULT 0,
    replaced  INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    failed    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE failure (
    run    INTEGER NOT NULL REFERENCES run (key) ON DELETE CASCADE,
    input  TEXT NOT NULL,
    place  TEXT,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX failure_run ON failure (run);

CREATE TABLE report (
    key              INTEGER PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE,
    title            TEXT,
    outlet           TEXT,
    author           TEXT,
    firstPublishedBy TEXT,
    published        TEXT,
    anchorDate       TEXT,
    url              TEXT,
    language         TEXT NOT NULL,
    input            TEXT NOT NULL,
    inputIndex       INTEGER NOT NULL,
    words            INTEGER NOT NULL,
    options          TEXT NOT NULL,
    version          TEXT NOT NULL,
    record           BLOB NOT NULL
) STRICT;
CREATE INDEX report_published ON report (published);
CREATE INDEX report_outlet ON report (outlet COLLATE NOCASE);

CREATE TABLE appearance (
    report     INTEGER NOT NULL REFERENCES report (key) ON DELETE CASCADE,
    input      TEXT NOT NULL,
    inputIndex INTEGER NOT NULL,
    optionsId  TEXT NOT NULL,
    outlet     TEXT,
    published  TEXT,
    url        TEXT,
    PRIMARY KEY (input, inputIndex, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearance_report ON appearance (report);

CREATE TABLE passage (
    key      INTEGER PRIMARY KEY,
    report   INTEGER NOT NULL REFERENCES report (key) ON DELETE CASCADE,
    "start"  INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    language TEXT NOT NULL,
    unread   TEXT,
    text     TEXT NOT NULL
) STRICT;
CREATE INDEX passage_report ON passage (report);

CREATE TABLE statement (
    key        INTEGER PRIMARY KEY,
    report     INTEGER NOT NULL REFERENCES report (key) ON DELETE CASCADE,
    id         TEXT NOT NULL,
    "start"    INTEGER NOT NULL,
    source     TEXT,
    cue        TEXT,
    cueLemma   TEXT,
    content    TEXT NOT NULL,
    quotation  TEXT NOT NULL,
    act        TEXT NOT NULL,
    negated    INTEGER NOT NULL,
    within     TEXT,
    confidence REAL NOT NULL,
    UNIQUE (report, id)
) STRICT;

CREATE VIRTUAL TABLE passageText USING fts5 (
    text, content = 'passage', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2', prefix = '3');
CREATE TRIGGER passage_insert AFTER INSERT ON passage BEGIN
    INSERT INTO passageText (rowid, text) VALUES (new.key, new.text);
END;
CREATE TRIGGER passage_delete AFTER DELETE ON passage BEGIN
    INSERT INTO passageText (passageText, rowid, text) VALUES ('delete', old.key, old.text);
END;

CREATE VIRTUAL TABLE statementText USING fts5 (
    source, content, content = 'statement', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2', prefix = '3');
CREATE TRIGGER statement_insert AFTER INSERT ON statement BEGIN
    INSERT INTO statementText (rowid, source, content) VALUES (new.key, new.source, new.content);
END;
CREATE TRIGGER statement_delete AFTER DELETE ON statement BEGIN
    INSERT INTO statementText (statementText, rowid, source, content) VALUES ('delete', old.key, old.source, old.content);
END;
