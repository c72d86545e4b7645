package org.doorsopen.rsvp.page.changes;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.access.AccessGrant;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.requests.GuestsWish;
import org.doorsopen.rsvp.requests.PartyRequests;
import org.doorsopen.rsvp.requests.web.GuestsWishReader;
import org.doorsopen.rsvp.requests.web.NewRsvpReader;
import org.doorsopen.rsvp.status.PartyChange;
import org.doorsopen.rsvp.status.PartyChanges;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.doorsopen.rsvp.status.RsvpStatuses;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.web.body.FormBodies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Changes the number of guests by a form on the page about an RSVP. */
@Component
public class PartyPages {

  private final PartyRequests requests;
  private final PartyChanges changes;
  private final RsvpStatuses statuses;
  private final GuestsWishReader reader;
  private final InstantSource clock;

  PartyPages(
      PartyRequests requests,
      PartyChanges changes,
      RsvpStatuses statuses,
      GuestsWishReader reader,
      InstantSource clock) {
    this.requests = requests;
    this.changes = changes;
    this.statuses = statuses;
    this.reader = reader;
    this.clock = clock;
  }

  /** The answers so far, the first one first. */
  public List<PartyChange> changes(RsvpKey rsvp) {
    return changes.of(rsvp.rsvpId());
  }

  /**
   * @param mayChange whether the visitor's link is good for it
   * @param status as the visitor is told it, read after the changes
   * @param asked the id of the change that was just asked for
   */
  public @Nullable PartySection section(
      boolean mayChange,
      RsvpStatus status,
      @Nullable Meetup meetup,
      List<PartyChange> changes,
      @Nullable String asked,
      Speech speech) {
    return PartySection.of(status, meetup, changes, asked, mayChange, clock.instant(), speech);
  }

  /**
   * Asks for what the form says.
   *
   * @return the id of the change
   * @throws org.doorsopen.web.problems.InvalidFields if it was not made by the page
   */
  public String ask(AccessGrant grant, Map<String, String> form) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(NewRsvpReader.IDEMPOTENCY_KEY, form.get(PartySection.KEY));
    Map<String, String> body = Map.of("guests", form.getOrDefault(PartySection.GUESTS, ""));
    GuestsWish wish = FormBodies.read(body, Set.of("guests"), reader, headers);
    GuestsWish counted = isOver(grant.rsvp(), wish) ? wish.anew() : wish;
    return requests.ask(grant, counted, Traceparent.fresh());
  }

  /** Back shows a form whose wish was granted, and another one after it. */
  private boolean isOver(RsvpKey rsvp, GuestsWish wish) {
    PartyChange before = changes.of(rsvp.rsvpId(), PartyRequests.changeId(rsvp, wish));
    return before.status() == PartyChange.Status.CHANGED
        && !Integer.valueOf(wish.guests()).equals(statuses.of(rsvp).guests());
  }
}
