-- When the erasure was asked for: a contact that was given before, and is read after it, is not kept.
alter table contacts add column erasure_requested_at timestamptz;
