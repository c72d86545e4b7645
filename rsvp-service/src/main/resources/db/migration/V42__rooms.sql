-- The address of each meetup's online room, which is for those who have a seat.
create table rooms (
  meetup_id   text   primary key,
  version     int,
  online_url  text,
  read_offset bigint not null
);

-- Those that are known already, until they are read from their own topic, where offsets begin at 0.
insert into rooms (meetup_id, version, online_url, read_offset)
select meetup_id, version, meetup ->> 'onlineUrl', -1 from meetups where meetup ->> 'onlineUrl' is not null;

update meetups set meetup =
  (meetup - 'onlineUrl') || jsonb_build_object('online', meetup ->> 'onlineUrl' is not null);
