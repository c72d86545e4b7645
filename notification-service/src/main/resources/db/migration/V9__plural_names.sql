-- Tables in the plural, as everywhere else, and what belongs to a table is named after it.
alter table mail rename to mails;
alter table recipient rename to recipients;
alter table contact rename to contacts;
alter table meetup_version rename to meetup_versions;
alter table announced rename to announcements;

do $$
declare
  renamed constant text[] := array[
    'mail', 'mails', 'recipient', 'recipients', 'contact', 'contacts',
    'meetup_version', 'meetup_versions', 'announced', 'announcements'];
  belonging record;
begin
  for i in 1 .. array_length(renamed, 1) by 2 loop
    -- Keys rename their indexes with them. Not null is a constraint with a name from PostgreSQL 18 on.
    for belonging in
      select conname as name from pg_constraint
      where conrelid = to_regclass(quote_ident(renamed[i + 1])) and starts_with(conname, renamed[i] || '_')
    loop
      execute format('alter table %I rename constraint %I to %I', renamed[i + 1], belonging.name,
        renamed[i + 1] || substr(belonging.name, length(renamed[i]) + 1));
    end loop;
    for belonging in
      select relname as name from pg_index join pg_class on pg_class.oid = indexrelid
      where indrelid = to_regclass(quote_ident(renamed[i + 1])) and starts_with(relname, renamed[i] || '_')
    loop
      execute format('alter index %I rename to %I', belonging.name,
        renamed[i + 1] || substr(belonging.name, length(renamed[i]) + 1));
    end loop;
  end loop;
end $$;

alter sequence mail_number_seq rename to mails_number_seq;
