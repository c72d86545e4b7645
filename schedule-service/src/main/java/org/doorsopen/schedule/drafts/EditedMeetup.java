package org.doorsopen.schedule.drafts;

import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.web.body.BodyReader;
import org.doorsopen.web.body.Fields;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** A meetup that a client sends back as it got it, with the fields that only the service sets. */
record EditedMeetup(Meetup meetup) {

  @Component
  static final class Reader implements BodyReader<EditedMeetup> {
    @Override
    public EditedMeetup read(Fields body, HttpHeaders headers) {
      body.ignore("meetupId", "status", "version", "unpublishedChanges");
      return new EditedMeetup(MeetupReader.read(body));
    }
  }
}
