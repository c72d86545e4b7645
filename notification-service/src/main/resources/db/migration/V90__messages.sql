-- What organizers have written; mails say it in their reader's language. Kept for as long as the log of mails.
create table messages (
  message_id text primary key,
  meetup_id text not null,
  addressees text not null,
  rsvp_ids text[] not null, -- of those who were chosen
  texts jsonb not null,
  sent_at timestamptz not null
);
create index messages_by_meetup on messages (meetup_id, sent_at);
