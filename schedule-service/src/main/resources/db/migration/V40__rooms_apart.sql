-- The address of the online room was in the events that anybody may read. What the topic still holds of it is the latest
-- version of each meetup: those are sent once more, without it.
update publications as latest set sent_at = null
where (meetup ->> 'onlineUrl' is not null
    or exists (select from jsonb_array_elements(changes) as change where change ->> 'path' = 'onlineUrl'))
  and not exists (
    select from publications as later where later.meetup_id = latest.meetup_id and later.version > latest.version);
