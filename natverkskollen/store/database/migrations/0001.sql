-- The data folder as numbered revisions. Each committed write is one revision, and they are
-- committed in the order of their numbers. The token of revision 0 is the database's own name.
CREATE TABLE revision (
    number bigint PRIMARY KEY,
    written timestamptz NOT NULL DEFAULT clock_timestamp(),
    token uuid NOT NULL UNIQUE
);
INSERT INTO revision (number, token) VALUES (0, gen_random_uuid());

-- Every file there is or has been, by its path in the data folder; without a hash it is removed.
CREATE TABLE file (
    path text COLLATE "C" PRIMARY KEY,
    size bigint NOT NULL,
    sha256 bytea,
    revision bigint NOT NULL REFERENCES revision
);
CREATE INDEX file_revision ON file (revision);

-- The bytes of each file: the parts put together in order. What only grows gets another part.
CREATE TABLE part (
    path text COLLATE "C" NOT NULL REFERENCES file,
    start bigint NOT NULL,
    content bytea NOT NULL,
    revision bigint NOT NULL REFERENCES revision,
    PRIMARY KEY (path, start)
);
