-- Whose mails reach nobody. A row without a reason: they arrive, or nothing is said any more.
create table deliveries (
  rsvp_id     text   primary key,
  meetup_id   text,
  reason      text,
  since       timestamptz,
  read_offset bigint not null
);
create index deliveries_failing on deliveries (meetup_id) where reason is not null;
