-- What keeps mails from going out, a row for each kind of trouble that there is. A row that is not seen for an hour counts
-- as gone.
create table server_troubles (
  verdict text primary key,
  since timestamptz not null,
  last_seen_at timestamptz not null,
  -- The server's, without addresses.
  words text not null
);
