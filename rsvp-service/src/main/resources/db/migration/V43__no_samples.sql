-- PostgreSQL keeps samples of each column for its planner, also of rows that are gone: names and addresses would stay in
-- them after their erasure. The columns are searched by equality alone, for which the planner needs none.
alter table contacts
  alter column name set statistics 0,
  alter column email set statistics 0,
  alter column normalized_email set statistics 0;

select pg_clear_attribute_stats(current_schema(), 'contacts', attname, false)
  from unnest(array['name', 'email', 'normalized_email']) as attname;
