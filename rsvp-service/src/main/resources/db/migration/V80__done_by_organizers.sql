-- What organizers have done, by name, never an address. No part of what the topics tell: a rebuild leaves it as it is.
create table organizer_cancellations (
  rsvp_id      text        primary key,
  meetup_id    text        not null,
  organizer    text        not null,
  cancelled_at timestamptz not null
);
create index organizer_cancellations_at on organizer_cancellations (meetup_id);

create table rebuilds (
  number    bigint      generated always as identity primary key,
  organizer text        not null,
  asked_at  timestamptz not null,
  -- Null, with what follows, while it is under way and where it failed.
  done_at   timestamptz,
  records   bigint,
  changed   integer,
  kept      integer
);
