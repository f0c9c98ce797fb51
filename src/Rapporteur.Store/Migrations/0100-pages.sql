-- What pages over a large record are read by: newest first without a sort, and without touching the reports' texts.
CREATE INDEX report_page ON report (published, outlet, words, language);
CREATE INDEX statement_report ON statement (report);
CREATE INDEX statement_act ON statement (act);
DROP INDEX actor_name;
CREATE INDEX actor_name ON actor (name, kind, country, sector, report);
CREATE INDEX actor_country ON actor (country COLLATE NOCASE);
CREATE INDEX actor_sector ON actor (sector COLLATE NOCASE);
CREATE INDEX event_report ON event (report);
CREATE INDEX event_reality ON event (reality);
CREATE INDEX figure_report ON figure (report);
CREATE INDEX relation_report ON relation (report);
CREATE INDEX passage_unread ON passage (unread) WHERE unread IS NOT NULL;
