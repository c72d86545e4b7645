-- Read for each decision now, so it is as long as the other tables of which no plan is to be made while they are short.
alter table messages set (vacuum_truncate = off);
insert into messages (message_id, meetup_id, addressees, rsvp_ids, texts, sent_at)
select '-' || n, '', repeat('-', 1900), '{}', '[]', now() from generate_series(1, 512) as n;
delete from messages where meetup_id = '';
