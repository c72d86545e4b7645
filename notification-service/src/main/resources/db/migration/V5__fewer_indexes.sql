-- The unique key begins with rsvp_id as well, and nobody has many mails. Each index is written
-- twice for each mail that is sent.
drop index mail_by_rsvp;

-- Written twice for each mail, too, in columns that no index knows: room for that beside the row.
alter table recipient set (fillfactor = 75);
