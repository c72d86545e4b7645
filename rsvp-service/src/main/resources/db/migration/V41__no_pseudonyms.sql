-- Nobody reads the pseudonyms here; seat allocation has its own.
alter table rsvps drop column attendee_id;
