package org.doorsopen.rsvp.erasure.web;

import java.util.Optional;
import org.doorsopen.identity.EmailAddresses;
import org.doorsopen.rsvp.requests.web.EmailAddress;
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
    @Override
    public Wanted read(Fields body, HttpHeaders headers) {
      String text = body.line("email", 1, EmailAddress.MAX_LENGTH);
      body.describeFormat("email", "email");
      Optional<EmailAddress> address = EmailAddress.parse(text);
      if (address.isEmpty() && body.good("email")) {
        body.reject("email", "must be one e-mail address such as ada@example.org");
      }
      return new Wanted(EmailAddresses.normalize(address.map(EmailAddress::value).orElse("")));
    }
  }
}
