-- What was decided about each RSVP, one row for each decision, so that its holder can be told how it came about.
create table decisions (
  read_offset        bigint      not null,
  meetup_id          text        not null,
  rsvp_id            text        not null,
  kind               text        not null,
  reason             text,
  seats              int         not null,
  -- The order of the waitlist; null unless it waits.
  waitlist_number    bigint,
  -- The one that the RSVP had until this decision took it out of the waitlist.
  left_number        bigint,
  decided_at         timestamptz not null,
  -- Of the meetup, just after the decision; null where an earlier version has read it.
  capacity           int,
  confirmed_seats    int,
  waitlisted_parties int,
  -- One index for each decision is enough: an RSVP is of one meetup, and so all of it is in one partition.
  primary key (rsvp_id, read_offset)
);

create index decisions_that_end_waiting on decisions (meetup_id, read_offset) where left_number is not null;

-- Of those that are known already, the latest is all that was kept.
insert into decisions (read_offset, meetup_id, rsvp_id, kind, reason, seats, waitlist_number, decided_at)
select read_offset, meetup_id, rsvp_id,
       case when status = 'CANCELLED' then 'RELEASED'
            when reason = 'WAITLIST_CLOSED' then 'PROMOTIONS_ENDED'
            else status end,
       reason, seats, waitlist_number, decided_at
  from rsvps where status in ('CONFIRMED', 'WAITLISTED', 'CANCELLED', 'DECLINED')
on conflict do nothing;
