-- The answers to wishes for other numbers of guests; a wish that was granted has no reason.
create table party_changes (
  change_id    text        primary key,
  rsvp_id      text        not null,
  meetup_id    text        not null,
  wanted_seats integer     not null,
  reason       text,
  decided_at   timestamptz not null,
  read_offset  bigint      not null
);

create index party_changes_of_rsvp on party_changes (rsvp_id);
