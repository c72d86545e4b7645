alter table mails add column retried_by text; -- an organizer's name, never an address; null for a recipient's own wish
