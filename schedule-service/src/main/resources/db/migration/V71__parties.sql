-- Where each RSVP stands, as the topic seats says it, for figures that organizers see before they publish. No names; the
-- table may be emptied and read again from the log's beginning.
create table parties (
  rsvp_id text primary key,
  meetup_id text not null,
  standing text not null check (standing in ('CONFIRMED', 'WAITLISTED', 'RELEASED')),
  seats integer not null,
  waitlist_number bigint,
  record_offset bigint not null -- of the decision, in the partition of the meetup
);
create index parties_of_meetup on parties (meetup_id) where standing <> 'RELEASED';

-- RSVPs whose mails reach nobody, as the topic deliveries says it.
create table unreached_rsvps (
  rsvp_id text primary key,
  meetup_id text not null
);
create index unreached_rsvps_of_meetup on unreached_rsvps (meetup_id);
