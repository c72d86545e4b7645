-- Makes the role of one service, or sets it right: it logs in with a password of its own, owns its schema and what is in
-- it, and may do nothing else. A superuser runs this at each start, connected to the services' database, after
--   select set_config('doors.service', 'rsvp', false), set_config('doors.password', '…', false)
-- Tables of a time when all services shared one role are handed over.
do $$
declare
  service constant text := current_setting('doors.service');
  thing record;
begin
  if not exists (select from pg_roles where rolname = service) then
    execute format('create role %I', service);
  end if;
  execute format('alter role %I with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L',
    service, current_setting('doors.password'));
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to %I', current_database(), service);
  if service = 'rsvp' then
    -- A rebuild makes its tables in a schema beside those that answer, and drops that schema.
    execute format('grant create on database %I to %I', current_database(), service);
  end if;
  execute format('create schema if not exists %I authorization %I', service, service);

  for thing in
    select nspname as name from pg_namespace
    where (nspname = service or starts_with(nspname, service || '_')) and pg_get_userbyid(nspowner) <> service
  loop
    execute format('alter schema %I owner to %I', thing.name, service);
  end loop;

  for thing in
    select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where (nspname = service or starts_with(nspname, service || '_')) and pg_get_userbyid(c.relowner) <> service
      and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      -- Sequences of columns go with their tables.
      and not exists (
        select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype in ('a', 'i')
          and c.relkind = 'S')
  loop
    execute format('alter table %s owner to %I', thing.name, service);
  end loop;

  for thing in
    select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where (nspname = service or starts_with(nspname, service || '_')) and pg_get_userbyid(p.proowner) <> service
  loop
    execute format('alter routine %s owner to %I', thing.name, service);
  end loop;

  for thing in
    select t.oid::regtype as name from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where (nspname = service or starts_with(nspname, service || '_')) and pg_get_userbyid(t.typowner) <> service
      and t.typtype in ('d', 'e', 'r')
  loop
    execute format('alter type %s owner to %I', thing.name, service);
  end loop;
end
$$;
