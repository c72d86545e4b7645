-- Until when the address of an RSVP with seats is to be confirmed.
alter table rsvps add column confirm_until timestamptz;

-- The RSVPs whose address is confirmed: a person who reads its mails has used a link in one.
create table confirmed_addresses (
  rsvp_id     text   primary key,
  meetup_id   text   not null,
  read_offset bigint not null
);
