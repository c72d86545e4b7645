package org.doorsopen.identity;

import java.util.Base64;

/** Pseudonyms of mailboxes, by which is counted how much goes to each from everywhere. */
public final class MailboxIds {

  private final DerivedKey key;

  public MailboxIds(Secrets secrets) {
    this.key = new DerivedKey(secrets.ids(), "mailbox");
  }

  /**
   * The same for all spellings of an address that usually lead to one mailbox: in any case, with or
   * without dots, and with anything after a plus sign.
   *
   * @return 22 characters of base64url: 128 bits
   */
  public String of(String email) {
    byte[] signature = key.sign(EmailAddresses.mailbox(email));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signature).substring(0, 22);
  }
}
