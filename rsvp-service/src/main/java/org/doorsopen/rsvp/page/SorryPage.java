package org.doorsopen.rsvp.page;

import org.doorsopen.pages.words.Speech;

/** The answer to an attendee when there is no RSVP to show. */
record SorryPage(String headline, String explanation) {

  static SorryPage wrongLink(Speech speech) {
    return new SorryPage(speech.say("sorry.link"), speech.say("sorry.link.text"));
  }

  static SorryPage onlyShows(Speech speech) {
    return new SorryPage(speech.say("sorry.shows"), speech.say("sorry.shows.text"));
  }

  static SorryPage unavailable(Speech speech) {
    return new SorryPage(speech.say("sorry.away"), speech.say("sorry.away.text"));
  }
}
