-- By what a server tells that an address still is what it was when it was read, and by which version it was read.
CREATE TABLE fetched (
    address      TEXT PRIMARY KEY,
    etag         TEXT,
    lastModified TEXT,
    version      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
