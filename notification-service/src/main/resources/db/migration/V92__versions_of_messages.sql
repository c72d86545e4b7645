-- A message may be told to people whose decision is read after it, and waits then for the same version of the meetup.
alter table messages add column schedule_version integer not null default 0;
