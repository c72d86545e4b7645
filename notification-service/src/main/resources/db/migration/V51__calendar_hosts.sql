-- The host of the public address when the service first started with this table: the right side of the UIDs of all calendar
-- entries, those that are out already among them. At most one row, which never changes.
create table calendar_hosts (
  only_one boolean primary key default true check (only_one),
  host text not null
);
