alter table mail
  -- Attempts that ended without our knowing whether the server took the mail.
  add column unanswered integer not null default 0,
  -- Who has it in hand, or had it last.
  add column sender smallint;

-- Senders take mails from the queue themselves; a mail that was under way has no sender to come back for it.
delete from scheduled_tasks where task_name = 'send-mail';
update mail set status = 'QUEUED', unanswered = unanswered + 1, next_attempt_at = now() where status = 'SENDING';

create index mail_due on mail (next_attempt_at, number) where status = 'QUEUED';
