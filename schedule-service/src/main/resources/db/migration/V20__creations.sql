-- The wish of an organizer by which a meetup was created, so that a repeated one creates no second meetup.
-- Null for meetups that were created without a key.
alter table meetups
  add column creation_organizer text, -- a name, never an address
  add column creation_key text,
  add column creation_digest text, -- of what was sent
  add constraint meetups_creation unique (creation_organizer, creation_key);
