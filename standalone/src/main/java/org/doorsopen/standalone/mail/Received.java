package org.doorsopen.standalone.mail;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.doorsopen.infrastructure.faults.FaultyMailServer.Acceptance;

/** What the mail server has accepted, by the RSVP that it is about. */
public final class Received implements Consumer<Acceptance> {

  private final Map<String, Map<String, Integer>> byRsvp = new ConcurrentHashMap<>();
  private final AtomicInteger total = new AtomicInteger();

  @Override
  public void accept(Acceptance mail) {
    byRsvp
        .computeIfAbsent(mail.rsvpId(), _ -> new ConcurrentHashMap<>())
        .merge(mail.messageId(), 1, Integer::sum);
    total.incrementAndGet();
  }

  /** Repeated ones included. */
  public int total() {
    return total.get();
  }

  /** How often each Message-ID came. */
  public Map<String, Integer> mailsOf(String rsvpId) {
    return byRsvp.getOrDefault(rsvpId, Map.of());
  }
}
