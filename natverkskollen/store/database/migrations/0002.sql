-- The sessions that somebody has signed out of on one of the servers, for all of them to refuse.
-- A row is the checksum of a login, and is of no use to anybody; it goes when no login lasts so long.
CREATE TABLE sign_out (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session text COLLATE "C" NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX sign_out_at ON sign_out (at);
