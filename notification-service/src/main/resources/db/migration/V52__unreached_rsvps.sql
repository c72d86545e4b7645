-- RSVPs of which a mail was given up, and whether a later one was taken: what the topic deliveries says of them.
create table unreached_rsvps (
  rsvp_id text primary key,
  meetup_id text not null,
  -- The mail that was given up, or the one that was taken.
  mail_id uuid not null,
  -- Null: mails arrive again.
  failure text,
  changed_at timestamptz not null,
  version integer not null default 1,
  told_version integer not null default 0
);
create index unreached_rsvps_failing on unreached_rsvps (changed_at) where failure is not null;
create index unreached_rsvps_untold on unreached_rsvps (changed_at) where told_version < version;

-- Of mails that were given up before: the last word about each RSVP.
insert into unreached_rsvps (rsvp_id, meetup_id, mail_id, failure, changed_at)
select distinct on (rsvp_id) rsvp_id, meetup_id, id, 'MAIL_REFUSED', queued_at from mails
where given_up = 'FAILED'
  and not exists (
    select from mails as later where later.rsvp_id = mails.rsvp_id and later.sent_at > mails.queued_at)
order by rsvp_id, number desc;
