package org.doorsopen.rsvp.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorsopen.identity.EmailAddresses;
import org.doorsopen.identity.address.EmailAddress;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.contacts.Contacts;
import org.doorsopen.rsvp.rates.AddressRates;
import org.doorsopen.rsvp.requests.RsvpRequests;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.web.problems.TooManyRequests;
import org.doorsopen.web.problems.Unavailable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Has the links to RSVPs mailed again to people who have lost them. Nobody learns here whether an
 * address is known: the answer is the same for every address, and so is the work for it.
 */
@Controller
@RequestMapping("/rsvps/links")
@Hidden
class LinkController {

  private static final int MAX_RSVPS = 10;

  private final Contacts contacts;
  private final RsvpRequests requests;
  private final AddressRates rates;
  private final Words words;

  LinkController(Contacts contacts, RsvpRequests requests, AddressRates rates, Words words) {
    this.contacts = contacts;
    this.requests = requests;
    this.rates = rates;
    this.words = words;
  }

  @GetMapping
  ModelAndView form(Locale locale) {
    return page(LinkPage.asking(words.in(locale)), HttpStatus.OK);
  }

  @PostMapping
  ModelAndView mail(
      @RequestParam(name = LinkPage.EMAIL, defaultValue = "") String typed,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    Speech speech = words.in(locale);
    Optional<String> address = EmailAddress.parse(typed.strip()).map(EmailAddress::value);
    if (address.isEmpty()) {
      String error = speech.say("form.email.wrong");
      return page(LinkPage.asking(typed, error, null, speech), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    String from = request.getRemoteAddr();
    try {
      rates.count(from, address.get());
      List<RsvpKey> standing =
          contacts.standingWithAddress(EmailAddresses.normalize(address.get()), MAX_RSVPS);
      requests.askForLinks(standing, Traceparent.fresh());
      return page(LinkPage.mailed(speech), HttpStatus.OK);
    } catch (TooManyRequests tooMany) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfterSeconds()));
      return again(typed, "link.many", HttpStatus.TOO_MANY_REQUESTS, speech);
    } catch (Unavailable away) {
      rates.giveBack(from, address.get());
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      return again(typed, "form.away", HttpStatus.SERVICE_UNAVAILABLE, speech);
    }
  }

  private static ModelAndView again(String typed, String note, HttpStatus status, Speech speech) {
    return page(LinkPage.asking(typed, null, speech.say(note), speech), status);
  }

  private static ModelAndView page(LinkPage page, HttpStatus status) {
    return new ModelAndView("link", Map.of("page", page), status);
  }
}
