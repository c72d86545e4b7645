-- Events that were handled: a redelivered one finds itself here and changes nothing.
create table inbox (
  topic text not null,
  partition integer not null,
  record_offset bigint not null,
  event_id text,
  handled_at timestamptz not null,
  primary key (topic, partition, record_offset)
);
create index inbox_by_age on inbox (handled_at);

-- Every version of a meetup that was seen; what a recipient was last told is one of them.
create table meetup_version (
  meetup_id text not null,
  version integer not null,
  cancelled boolean not null,
  meetup jsonb not null,
  note text,
  tell_everyone boolean not null,
  published_at timestamptz not null,
  cause_topic text not null,
  cause_partition integer not null,
  cause_offset bigint not null,
  cause_id text,
  primary key (meetup_id, version)
);

-- Up to which version those concerned have been told.
create table announced (
  meetup_id text primary key,
  version integer not null
);

create table recipient (
  rsvp_id text primary key,
  meetup_id text not null,
  standing text not null,
  seats integer not null,
  waitlist_number bigint,
  told_version integer,
  invited boolean not null default false,
  calendar_sequence integer not null default -1
);
create index recipient_by_meetup on recipient (meetup_id);
create index recipient_waiting on recipient (meetup_id, waitlist_number) where standing = 'WAITLISTED';

-- The only table with names and addresses. An erased row keeps its id.
create table contact (
  rsvp_id text primary key,
  name text,
  email text,
  locale text,
  erased_at timestamptz
);

create table mail (
  id uuid primary key,
  number bigint generated always as identity unique,
  rsvp_id text not null,
  meetup_id text not null,
  kind text not null,
  about text not null,
  schedule_version integer not null,
  facts jsonb not null,
  status text not null,
  attempts integer not null default 0,
  occurred_at timestamptz not null,
  queued_at timestamptz not null,
  next_attempt_at timestamptz not null,
  sent_at timestamptz,
  last_error text,
  cause_topic text not null,
  cause_partition integer not null,
  cause_offset bigint not null,
  cause_id text,
  unique (rsvp_id, kind, about)
);
create index mail_by_rsvp on mail (rsvp_id, number);
create index mail_by_meetup on mail (meetup_id, number);
create index mail_by_status on mail (status, number);

-- db-scheduler's own, as its 16.x expects it.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
