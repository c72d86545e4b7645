package org.doorsopen.rsvp.page.changes;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.doorsopen.identity.RsvpTokens.Purpose;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.access.AccessGrant;
import org.doorsopen.rsvp.contacts.Contacts;
import org.doorsopen.rsvp.requests.ContactCorrection;
import org.doorsopen.rsvp.requests.ContactCorrections;
import org.doorsopen.rsvp.requests.web.ContactCorrectionReader;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.web.body.FormBodies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Corrects name and language by a form on the page about an RSVP. */
@Component
public class ContactPages {

  private final Contacts contacts;
  private final ContactCorrections corrections;
  private final ContactCorrectionReader reader;

  ContactPages(Contacts contacts, ContactCorrections corrections, ContactCorrectionReader reader) {
    this.contacts = contacts;
    this.corrections = corrections;
    this.reader = reader;
  }

  /**
   * Null where the visitor does not read the mails of the address, where the RSVP is over, and
   * where its contact is erased or not read yet.
   *
   * @param typed the name that was sent, and is wrong; null if none was
   * @param corrected whether a correction has just been taken
   */
  public @Nullable ContactSection section(
      AccessGrant grant,
      RsvpStatus status,
      @Nullable String typed,
      boolean corrected,
      Speech speech) {
    if (grant.purpose() != Purpose.MAIL || status.isOver()) {
      return null;
    }
    String rsvpId = grant.rsvp().rsvpId();
    return contacts
        .detailsOf(rsvpId)
        .map(known -> ContactSection.of(rsvpId, known, typed, corrected, speech))
        .orElse(null);
  }

  /**
   * Corrects what the form says.
   *
   * @throws org.doorsopen.web.problems.InvalidFields if the name is none
   */
  public void correct(AccessGrant grant, Map<String, String> form) {
    corrections.correct(grant, known -> correction(known, form), Traceparent.fresh());
  }

  private ContactCorrection correction(Contacts.Details known, Map<String, String> form) {
    Map<String, String> body = new HashMap<>();
    body.put(ContactSection.NAME, form.getOrDefault(ContactSection.NAME, ""));
    String locale = ContactSection.chosen(form.get(ContactSection.LOCALE), known);
    if (locale != null) {
      body.put(ContactSection.LOCALE, locale);
    }
    return FormBodies.read(body, Set.of(), reader, new HttpHeaders());
  }
}
