alter table recipient
  -- Since when somebody stands where they do: who got a seat after a reminder was due gets none.
  add column standing_since timestamptz,
  -- Null: wants reminders.
  add column reminders_stopped_at timestamptz;

-- Tried again because an organizer asked for it: its 48 hours begin anew.
alter table mail add column retried_at timestamptz;
