-- What organizers write to those who come or wait, from the moment at which they want it sent.
create table messages (
  message_id uuid primary key,
  meetup_id uuid not null references meetups,
  addressees text not null check (addressees in ('EVERYONE', 'CONFIRMED', 'WAITLISTED', 'CHOSEN')),
  rsvp_ids uuid[] not null, -- of those who were chosen
  texts jsonb not null, -- the same in one language or two
  written_by text not null, -- a name, never an address
  written_at timestamptz not null,
  send_at timestamptz not null,
  traceparent text not null,
  state text not null check (state in ('WAITING', 'SENT', 'WITHDRAWN', 'DROPPED')),
  settled_at timestamptz, -- when Kafka had acknowledged it, or when it was withdrawn or dropped
  withdrawn_by text -- a name, never an address
);
create index messages_of_meetup on messages (meetup_id, send_at);
