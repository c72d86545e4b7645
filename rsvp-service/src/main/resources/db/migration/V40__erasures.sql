-- Erasures that were asked for, one row for each RSVP, as the topic erasures has them.
create table erasures (
  erasure_id   text        not null,
  rsvp_id      text        not null,
  meetup_id    text        not null,
  requested_by text        not null,
  organizer    text,
  requested_at timestamptz not null,
  read_offset  bigint      not null,
  primary key (erasure_id, rsvp_id)
);

create index erasures_by_rsvp on erasures (rsvp_id);
create index erasures_by_time on erasures (requested_at);

-- The services' receipts; the first of each service counts.
create table erasure_receipts (
  erasure_id   text        not null,
  rsvp_id      text        not null,
  service      text        not null,
  completed_at timestamptz not null,
  read_offset  bigint      not null,
  primary key (erasure_id, rsvp_id, service)
);
