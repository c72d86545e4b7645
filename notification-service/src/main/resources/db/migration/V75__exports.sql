-- What rsvp-service holds about an address, for a mail that was asked for; without names and addresses. Rows are kept for as
-- long as that mail may be tried.
create table exports (
  rsvp_id text primary key,
  asked_at timestamptz not null,
  -- RSVPs with the same address, and how many more there are.
  held jsonb not null
);
create index exports_by_age on exports (asked_at);
