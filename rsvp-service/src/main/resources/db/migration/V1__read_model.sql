-- What the topics say, in rows that can be queried. Nothing here is the only copy: drop the schema, start the service,
-- and it is read again from the first offset.
--
-- read_offset is the offset of the record that wrote the row last. All records of one key are in one partition, so a
-- row is changed only by a record with a greater offset, and reading again changes nothing.

CREATE TABLE read_positions (
  topic       text   NOT NULL,
  partition   int    NOT NULL,
  next_offset bigint NOT NULL,
  PRIMARY KEY (topic, partition)
);

CREATE TABLE meetups (
  meetup_id         text        PRIMARY KEY,
  version           int         NOT NULL,
  status            text        NOT NULL,
  starts_at         timestamptz NOT NULL,
  ends_at           timestamptz NOT NULL,
  promotions_end_at timestamptz NOT NULL,
  published_at      timestamptz NOT NULL,
  -- The timestamp of the record in the topic schedules, which a request that relies on it must exceed.
  recorded_at       timestamptz NOT NULL,
  meetup            jsonb       NOT NULL,
  read_offset       bigint      NOT NULL
);

CREATE INDEX meetups_by_end ON meetups (ends_at);

CREATE TABLE seat_figures (
  meetup_id          text   PRIMARY KEY,
  confirmed_seats    int    NOT NULL,
  waitlisted_parties int    NOT NULL,
  read_offset        bigint NOT NULL
);

CREATE TABLE rsvps (
  rsvp_id         text        PRIMARY KEY,
  meetup_id       text        NOT NULL,
  attendee_id     text        NOT NULL,
  seats           int         NOT NULL,
  status          text        NOT NULL,
  reason          text,
  waitlist_number bigint,
  decided_at      timestamptz NOT NULL,
  -- The offset of the first decision: the order in which parties came.
  first_offset    bigint      NOT NULL,
  read_offset     bigint      NOT NULL
);

CREATE INDEX rsvps_by_meetup ON rsvps (meetup_id, first_offset);
CREATE INDEX rsvps_waiting ON rsvps (meetup_id, waitlist_number) WHERE status = 'WAITLISTED';

-- An erased contact keeps its row with nothing in it but the offset, which keeps an older record from bringing it back.
CREATE TABLE contacts (
  rsvp_id          text   PRIMARY KEY,
  meetup_id        text,
  name             text,
  email            text,
  normalized_email text,
  locale           text,
  received_at      timestamptz,
  read_offset      bigint NOT NULL
);

CREATE INDEX contacts_by_address ON contacts (normalized_email) WHERE normalized_email IS NOT NULL;
CREATE INDEX contacts_by_meetup ON contacts (meetup_id) WHERE name IS NOT NULL;
CREATE INDEX contacts_by_age ON contacts (received_at) WHERE name IS NOT NULL;
