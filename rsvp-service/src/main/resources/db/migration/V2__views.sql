-- Each table is read and written by one package. A view is what that package offers for joins; PostgreSQL plans it as if
-- its query stood in the statement.

-- Offered by meetups: when each meetup is over, and what its status means for its RSVPs.
create view meetup_states as
  select meetup_id, status, ends_at, promotions_end_at from meetups;

-- Offered by status: how each RSVP stands.
create view rsvp_states as
  select rsvp_id, meetup_id, status, reason, decided_at from rsvps;

-- Offered by status: what is taken of each meetup.
create view taken_seats as
  select meetup_id, confirmed_seats, waitlisted_parties from seat_figures;

-- Offered by contacts: the names that are not erased.
create view attendee_names as
  select rsvp_id, meetup_id, name from contacts where name is not null;
