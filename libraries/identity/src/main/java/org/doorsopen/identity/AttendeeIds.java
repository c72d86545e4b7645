package org.doorsopen.identity;

import java.util.Base64;

/** Pseudonyms: they find duplicates within one meetup and say nothing across meetups. */
public final class AttendeeIds {

  private final DerivedKey key;

  public AttendeeIds(Secrets secrets) {
    this.key = new DerivedKey(secrets.ids(), "attendee");
  }

  /**
   * The same for every spelling of an address that {@link EmailAddresses} considers equal.
   *
   * @return 22 characters of base64url: 128 bits
   */
  public String of(String meetupId, String email) {
    byte[] signature = key.sign(meetupId, EmailAddresses.normalize(email));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signature).substring(0, 22);
  }
}
