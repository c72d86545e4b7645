-- What each person agreed to: the address of the code of conduct, and the version of the meetup that had it.
alter table contacts add column agreed_url text, add column agreed_version int;
