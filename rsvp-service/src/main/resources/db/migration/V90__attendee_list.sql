-- Words without case, accents and width, so that people are found however their names are typed. Whatever the locale of
-- the database: it may be C, which knows the case of ASCII alone.
create function folded(words text) returns text language sql immutable strict parallel safe
  return translate(
    regexp_replace(casefold(normalize(words, nfkd) collate pg_unicode_fast), '[\u0300-\u036f]', '', 'g'),
    'øłđħı', 'oldhi');

-- Offered by status: how each RSVP stands, and where in the order of its meetup.
create or replace view rsvp_states as
  select rsvp_id, meetup_id, status, reason, decided_at, seats, waitlist_number, first_offset from rsvps;

-- Offered by contacts: those that are not erased, for organizers alone.
create view attendee_contacts as
  select rsvp_id, meetup_id, name, email from contacts where name is not null;

-- Offered by deliveries: the RSVPs whose mails reach nobody.
create view failing_deliveries as
  select rsvp_id, meetup_id, reason from deliveries where reason is not null;
