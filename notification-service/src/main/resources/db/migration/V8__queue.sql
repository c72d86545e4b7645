-- What waits to be sent, and nothing else. The log keeps every mail; the queue forgets those that a sender claims.
create table queued_mails (
  mail_id uuid primary key,
  number bigint not null,
  rsvp_id text not null,
  meetup_id text not null,
  due_at timestamptz not null,
  -- The version of the meetup that the mail was found to wait for; null if it was not found waiting.
  awaits_version integer
);
create index queued_mails_in_turn on queued_mails (due_at, number);
create index queued_mails_by_rsvp on queued_mails (rsvp_id, number);
create index queued_mails_awaiting on queued_mails (meetup_id, awaits_version) where awaits_version is not null;

-- What one sender has claimed at once, in the order in which it hands it over: one row for each run of a sender. A mail
-- of a batch that is neither sent, nor given up, nor back in the queue is with that sender.
create table batches (
  claim_id uuid primary key,
  sender smallint not null,
  mail_ids uuid[] not null,
  rsvp_ids text[] not null,
  due_ats timestamptz[] not null
) with (fillfactor = 20);

-- Null: neither refused nor missed. A column of its own for the few that were, so that no index knows of sent_at.
alter table mail add column given_up text;
update mail set given_up = status where status in ('FAILED', 'MISSED');

insert into queued_mails (mail_id, number, rsvp_id, meetup_id, due_at)
select id, number, rsvp_id, meetup_id, next_attempt_at from mail where status = 'QUEUED' and hand is null;

-- What senders hold, or held when they died: they look for it when they begin. An attempt is counted when it has ended.
insert into batches (claim_id, sender, mail_ids, rsvp_ids, due_ats)
select hand, min(coalesce(sender, 1)),
  array_agg(id order by next_attempt_at, number),
  array_agg(rsvp_id order by next_attempt_at, number),
  array_agg(next_attempt_at order by next_attempt_at, number)
from mail where status = 'QUEUED' and hand is not null group by hand;
update mail set attempts = greatest(attempts - 1, 0) where status = 'QUEUED' and hand is not null;

drop index mail_due;
drop index mail_given_up;
alter table mail drop column status, drop column next_attempt_at, drop column hand, drop column sender;
create index mail_given_up on mail (given_up, number) where given_up is not null;

-- PostgreSQL reads all of a table that it believes to have but a few pages, rather than an index, and keeps to such a
-- plan while the table grows, until it is analyzed again. So none of those that are read for each mail is ever that
-- short: rows that are not kept lengthen it, and vacuum does not shorten it again.
alter table queued_mails set (vacuum_truncate = off, autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
alter table mail set (vacuum_truncate = off);
alter table recipient set (vacuum_truncate = off);
alter table contact set (vacuum_truncate = off);
alter table meetup_version set (vacuum_truncate = off);

insert into queued_mails (mail_id, number, rsvp_id, meetup_id, due_at)
select gen_random_uuid(), -n, '', repeat('-', 1900), 'infinity' from generate_series(1, 512) as n;
delete from queued_mails where number < 0;

insert into mail (id, number, rsvp_id, meetup_id, kind, about, schedule_version, facts, occurred_at, queued_at, last_error,
  cause_topic, cause_partition, cause_offset)
overriding system value
select gen_random_uuid(), -n, '', '', '', n, 0, '{}', now(), now(), repeat('-', 1900), '', 0, 0
from generate_series(1, 512) as n;
delete from mail where number < 0;

insert into recipient (rsvp_id, meetup_id, standing, seats)
select '-' || n, '', repeat('-', 1900), 0 from generate_series(1, 512) as n;
delete from recipient where meetup_id = '';

insert into contact (rsvp_id, name) select '-' || n, repeat('-', 1900) from generate_series(1, 512) as n;
delete from contact where rsvp_id like '-%';

insert into meetup_version (meetup_id, version, cancelled, meetup, note, tell_everyone, published_at,
  cause_topic, cause_partition, cause_offset)
select '', n, false, '{}', repeat('-', 1900), false, now(), '', 0, 0 from generate_series(1, 512) as n;
delete from meetup_version where meetup_id = '';
