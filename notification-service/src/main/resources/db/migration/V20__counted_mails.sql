-- The mails of the last day by mailbox, which is a pseudonym: no mailbox gets more than its allowance.
create table counted_mails (
  mailbox text not null collate "C",
  mail_id uuid not null,
  precedence text not null,
  counted_at timestamptz not null,
  -- One index is enough: no mailbox has many, and each index is written for each mail that is sent.
  primary key (mailbox, mail_id)
);

-- As long as the other tables that are read for each mail, so that no plan is made for a short one.
alter table counted_mails set (vacuum_truncate = off, autovacuum_vacuum_scale_factor = 0.1);
insert into counted_mails (mail_id, mailbox, precedence, counted_at)
select gen_random_uuid(), '-' || n, repeat('-', 1900), now() from generate_series(1, 512) as n;
delete from counted_mails where mailbox like '-%';

-- Since when a mail waits, or that it was not sent, because its mailbox had too many.
alter table mails add column held_at timestamptz;
create index mails_held on mails (number) where held_at is not null;
-- It waits for room in its mailbox, so mails of other causes to the same RSVP do not wait for it.
alter table queued_mails add column held boolean not null default false;
