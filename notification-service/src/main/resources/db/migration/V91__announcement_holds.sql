-- Meetups whose mails about changes an organizer holds back; they go out at the end of it by themselves.
create table announcement_holds (
  meetup_id text primary key,
  held_until timestamptz not null,
  held_by text not null -- a name, never an address
);
