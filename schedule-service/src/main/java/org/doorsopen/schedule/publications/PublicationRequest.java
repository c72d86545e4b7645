package org.doorsopen.schedule.publications;

import org.doorsopen.schedule.meetups.domain.versions.Notify;
import org.doorsopen.schedule.publications.Publishing.Announcement;
import org.doorsopen.web.body.BodyReader;
import org.doorsopen.web.body.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * An organizer's words about the next version.
 *
 * @param audience {@code notify} in JSON
 * @param confirmPast whether the meetup may have begun already
 */
record PublicationRequest(@Nullable String note, Notify audience, boolean confirmPast) {

  @Component
  static final class Reader implements BodyReader<PublicationRequest> {
    @Override
    public PublicationRequest read(Fields body, HttpHeaders headers) {
      Notify audience = body.optionalChoice("notify", Notify.class);
      return new PublicationRequest(
          body.optionalText("note", Announcement.MAX_NOTE),
          audience == null ? Notify.AUTO : audience,
          body.flag("confirmPast"));
    }
  }
}
