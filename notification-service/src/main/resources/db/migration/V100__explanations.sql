-- What organizers wrote for people whose RSVPs they cancelled. Rows are kept for as long as the mail may be tried.
create table explanations (
  rsvp_id text primary key,
  words text not null,
  written_at timestamptz not null
);
create index explanations_by_age on explanations (written_at);

-- PostgreSQL keeps no samples of what may say anything about a person.
alter table explanations alter column words set statistics 0;
