package org.doorsopen.rsvp.requests.web;

import org.doorsopen.rsvp.requests.ContactCorrection;
import org.doorsopen.web.body.BodyReader;
import org.doorsopen.web.body.Fields;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads a correction of name and language. */
@Component
public final class ContactCorrectionReader implements BodyReader<ContactCorrection> {

  @Override
  public ContactCorrection read(Fields body, HttpHeaders headers) {
    return new ContactCorrection(NewRsvpReader.name(body), NewRsvpReader.typedLocale(body));
  }
}
