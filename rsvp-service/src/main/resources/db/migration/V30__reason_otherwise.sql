-- Of an RSVP that was declined because its attendee had one already: why it would have been declined otherwise. A person
-- who only typed the address is told this instead.
alter table rsvps add column reason_otherwise text;
