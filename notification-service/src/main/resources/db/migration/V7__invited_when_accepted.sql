-- Whether the mail on its way puts the meetup into the recipient's calendar: invited is whether one
-- that the server took, or may have taken, has done so, and stays.
alter table recipient add column telling_invites boolean not null default false;
