-- Most decisions give an RSVP its seats at once, and nothing follows. Such a one is in its row of rsvps already, so it is no
-- row of decisions as well, until another decision takes its place there.
alter table rsvps add column capacity int, add column confirmed_seats int, add column waitlisted_parties int;

update rsvps r
   set capacity = d.capacity, confirmed_seats = d.confirmed_seats, waitlisted_parties = d.waitlisted_parties
  from decisions d where d.rsvp_id = r.rsvp_id and d.read_offset = r.read_offset;

delete from decisions d using rsvps r
 where d.kind = 'CONFIRMED' and r.rsvp_id = d.rsvp_id and r.read_offset = d.read_offset and r.status = 'CONFIRMED';
