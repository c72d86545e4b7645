-- Seats that organizers give by hand: the wish that a decision answers, and the organizer's name.
alter table decisions add column wish_id text, add column organizer text;

-- Of the seats that are kept for speakers, hosts and sponsors, those that the RSVP has.
alter table rsvps add column reserved_seats int not null default 0;

create index rsvps_of_kept_seats on rsvps (meetup_id) where reserved_seats > 0;

create or replace view taken_seats as
  select meetup_id, confirmed_seats, waitlisted_parties,
         (select cast(coalesce(sum(r.reserved_seats), 0) as int) from rsvps r
           where r.meetup_id = f.meetup_id and r.reserved_seats > 0) as reserved_seats
    from seat_figures f;
