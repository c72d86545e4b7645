package org.doorsopen.identity.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.doorsopen.identity.EmailAddresses;

/** An address is one that SMTP takes, or it is none; and it is the same when it is read again. */
public final class AddressFuzz {

  private AddressFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, UTF_8);
    Optional<EmailAddress> parsed = EmailAddress.parse(text);
    if (parsed.isEmpty()) {
      check(!EmailAddress.faultOf(text).isBlank(), "a refusal without a word");
      return;
    }
    String value = parsed.get().value();
    check(value.length() <= EmailAddress.MAX_LENGTH, "too long");
    check(value.chars().allMatch(c -> c > ' ' && c < 0x7f), "not in ASCII, or with a blank");
    check(value.chars().filter(c -> c == '@').count() == 1, "not one @");
    check(value.chars().noneMatch(c -> "<>()[],;:\\\"%!".indexOf(c) >= 0), "more than an address");
    check(value.indexOf('.', value.indexOf('@')) > 0, "a domain without a dot");
    check(EmailAddress.parse(value).equals(parsed), "another address when it is read again");
    String normalized = EmailAddresses.normalize(value);
    check(EmailAddresses.normalize(normalized).equals(normalized), "normalized to another one");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
