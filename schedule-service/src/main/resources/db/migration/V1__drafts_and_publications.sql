create table meetups (
  meetup_id uuid primary key,
  number bigint generated always as identity unique, -- newest first, and the cursor of the list
  edit integer not null, -- counts the saved edits; the first half of the ETag
  draft jsonb not null,
  created_at timestamptz not null,
  edited_at timestamptz not null
);

create table publications (
  meetup_id uuid not null references meetups,
  version integer not null,
  status text not null check (status in ('PUBLISHED', 'CANCELLED')),
  meetup jsonb not null, -- as published, every default filled in
  changes jsonb not null,
  note text,
  notify text not null check (notify in ('AUTO', 'ALWAYS')),
  published_at timestamptz not null,
  traceparent text not null,
  sent_at timestamptz, -- when Kafka had acknowledged it
  primary key (meetup_id, version)
);

create index publications_unsent on publications (meetup_id, version) where sent_at is null;

-- As db-scheduler 16 wants it.
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

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
