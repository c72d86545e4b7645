-- Which sender has a mail in hand; null if none has. A status of its own for those was a row in each
-- index, twice for each mail.
alter table mail add column in_hand_of smallint;
update mail set status = 'QUEUED', in_hand_of = sender where status = 'SENDING';
alter table mail drop column sender;

-- Room in each page for what is claimed at once, and for what that replaces.
alter table mail set (fillfactor = 60);
alter table recipient set (fillfactor = 60);

-- What was sent is nearly all, and found by its number; what waits is in mail_due.
drop index mail_by_status;
create index mail_given_up on mail (status, number) where status in ('FAILED', 'MISSED');
