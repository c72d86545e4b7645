-- PostgreSQL keeps samples of each column for its planner, also of rows that are gone: names and addresses would stay in
-- them after their erasure. The columns are not searched.
alter table contacts
  alter column name set statistics 0,
  alter column email set statistics 0;

select pg_clear_attribute_stats(current_schema(), 'contacts', attname, false)
  from unnest(array['name', 'email']) as attname;
