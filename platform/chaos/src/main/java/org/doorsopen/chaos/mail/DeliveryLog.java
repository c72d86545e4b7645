package org.doorsopen.chaos.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.http.HttpFailure;
import org.doorsopen.launcher.platform.PlatformFacts;
import tools.jackson.databind.JsonNode;

/** The delivery log of notification-service for some meetups. */
record DeliveryLog(PlatformFacts facts, List<String> meetupIds) {

  private static final int PAGE = 500;

  record Logged(String rsvpId, String status, int unanswered) {}

  /** Whether no mail of any meetup waits; false while nobody answers. */
  boolean isIdle() {
    try {
      return isEmpty("status=QUEUED") && isEmpty("status=SENDING");
    } catch (HttpFailure e) {
      return false;
    }
  }

  /** Whether no mail waits and all owed mails are there; false while nobody answers. */
  boolean isSettled(int mails) {
    try {
      return isIdle() && byMessageId().size() >= mails;
    } catch (HttpFailure e) {
      return false;
    }
  }

  /** How many mails the senders have claimed and not settled; 0 while nobody answers. */
  int inHand() {
    try {
      return page("?limit=%d&status=SENDING".formatted(PAGE)).path("emails").size();
    } catch (HttpFailure e) {
      return 0;
    }
  }

  Map<String, Logged> byMessageId() {
    Map<String, Logged> mails = new HashMap<>();
    for (String meetupId : meetupIds) {
      JsonNode page = page("?limit=%d&meetupId=%s".formatted(PAGE, meetupId));
      note(page, mails);
      while (!page.path("next").isNull()) {
        String next = page.path("next").asString();
        page = page("?limit=%d&meetupId=%s&next=%s".formatted(PAGE, meetupId, next));
        note(page, mails);
      }
    }
    return mails;
  }

  private boolean isEmpty(String filter) {
    return page("?limit=1&" + filter).path("emails").isEmpty();
  }

  private JsonNode page(String query) {
    return Http.basic(facts.notification(), facts.organizer()).get("/api/emails" + query).body();
  }

  private static void note(JsonNode page, Map<String, Logged> mails) {
    for (JsonNode mail : page.path("emails")) {
      mails.put(
          mail.path("messageId").asString(),
          new Logged(
              mail.path("rsvpId").asString(),
              mail.path("status").asString(),
              mail.path("unanswered").asInt()));
    }
  }
}
