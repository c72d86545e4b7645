-- The online room of each meetup, as it was published last; none after a tombstone.
create table rooms (
  meetup_id text primary key,
  version integer not null,
  online_url text not null
);

-- Publications whose room has not been read yet, as they came, in Confluent's wire format. Topics are read
-- independently; a room is on its topic before its publication is on the other.
create table publications_without_rooms (
  meetup_id text not null,
  version integer not null,
  event bytea not null,
  cause_topic text not null,
  cause_partition integer not null,
  cause_offset bigint not null,
  cause_id text,
  primary key (meetup_id, version)
);
