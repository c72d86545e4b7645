-- In which hand of which sender a mail is; null if in none. A status of its own for those was a row
-- in each index, twice for each mail.
alter table mail add column hand uuid;
update mail set status = 'QUEUED', hand = gen_random_uuid() where status = 'SENDING';

-- Room in each page for what is claimed at once, and for what that replaces.
alter table mail set (fillfactor = 60);
alter table recipient set (fillfactor = 60);

-- What was sent is nearly all, and found by its number; what waits is in mail_due.
drop index mail_by_status;
create index mail_given_up on mail (status, number) where status in ('FAILED', 'MISSED');
