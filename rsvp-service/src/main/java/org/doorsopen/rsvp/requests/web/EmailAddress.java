package org.doorsopen.rsvp.requests.web;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address to which SMTP can deliver, by the rules of RFC 5321 as far as people use them: no
 * quoted local part, no address literal, and a domain with a dot in it.
 *
 * @param value with an international domain in its ASCII form, since not every server takes the
 *     other one
 */
public record EmailAddress(String value) {

  public static final int MAX_LENGTH = 254;
  private static final int MAX_LOCAL_PART = 64;
  private static final int MAX_DOMAIN = 253;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern DOMAIN = Pattern.compile("(" + LABEL + "\\.)+(?![0-9]+$)" + LABEL);

  /** Empty if the text is no such address. Surrounding space is not expected. */
  public static Optional<EmailAddress> parse(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at > MAX_LOCAL_PART || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String localPart = text.substring(0, at);
    return ascii(text.substring(at + 1))
        .filter(_ -> LOCAL_PART.matcher(localPart).matches())
        .map(domain -> localPart + "@" + domain)
        .filter(address -> address.length() <= MAX_LENGTH)
        .map(EmailAddress::new);
  }

  private static Optional<String> ascii(String domain) {
    try {
      String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
      return ascii.length() <= MAX_DOMAIN && DOMAIN.matcher(ascii).matches()
          ? Optional.of(ascii)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
