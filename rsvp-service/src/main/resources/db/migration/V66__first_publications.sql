-- Each meetup as it was published first, to tell what has changed since. The topic may hold its latest version alone, so
-- this is known of meetups whose first version was read.
create table first_publications (
  meetup_id   text   primary key,
  meetup      jsonb  not null,
  read_offset bigint not null
);

insert into first_publications (meetup_id, meetup, read_offset)
select meetup_id, meetup, read_offset from meetups where version = 1;
