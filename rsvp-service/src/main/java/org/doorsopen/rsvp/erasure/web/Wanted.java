package org.doorsopen.rsvp.erasure.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.doorsopen.identity.EmailAddresses;
import org.doorsopen.identity.address.EmailAddress;
import org.doorsopen.web.body.BodyReader;
import org.doorsopen.web.body.Fields;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The address that is to be erased.
 *
 * @param address normalized
 */
record Wanted(String address) {

  @Override
  public String toString() {
    return "Wanted[an address]";
  }

  @Component
  static final class Reader implements BodyReader<Wanted> {

    private static final Pattern EARLIER =
        Pattern.compile("[\\x21-\\x3f\\x41-\\x7e]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    @Override
    public Wanted read(Fields body, HttpHeaders headers) {
      String text = body.bare("email", 1, EmailAddress.MAX_LENGTH);
      body.describeFormat("email", "email");
      Optional<String> address =
          EmailAddress.parse(text).map(EmailAddress::value).or(() -> ofEarlierRules(text));
      if (address.isEmpty() && body.good("email")) {
        body.reject("email", EmailAddress.faultOf(text));
      }
      return new Wanted(EmailAddresses.normalize(address.orElse("")));
    }

    /** People are still known by addresses that are not taken any more, such as a%b@example.org. */
    private static Optional<String> ofEarlierRules(String text) {
      return Optional.of(text).filter(typed -> EARLIER.matcher(typed).matches());
    }
  }
}
