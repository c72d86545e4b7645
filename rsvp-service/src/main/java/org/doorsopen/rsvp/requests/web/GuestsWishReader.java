package org.doorsopen.rsvp.requests.web;

import org.doorsopen.rsvp.requests.GuestsWish;
import org.doorsopen.schemas.Limits;
import org.doorsopen.web.body.BodyReader;
import org.doorsopen.web.body.Fields;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads a wish for another number of guests. */
@Component
public final class GuestsWishReader implements BodyReader<GuestsWish> {

  @Override
  public GuestsWish read(Fields body, HttpHeaders headers) {
    int guests = body.integer("guests", 0, Limits.MAX_GUESTS);
    return new GuestsWish(guests, NewRsvpReader.key(body, headers));
  }
}
