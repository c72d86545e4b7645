alter table recipient
  -- What the mail on its way tells; it becomes told_version when the server has accepted that mail.
  add column telling_mail uuid,
  add column telling_version integer,
  -- Up to which version the recipient was told of changes, with the organizers' notes.
  add column heard_version integer;

-- Of all that was published, also of what mails do not say: equal ones cancel out.
alter table meetup_version add column fingerprint text;
