package org.doorsopen.notification.delivery;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.doorsopen.notification.smtp.SmtpOutcome;
import org.doorsopen.notification.smtp.SmtpOutcome.Accepted;
import org.doorsopen.notification.smtp.SmtpOutcome.Postponed;
import org.doorsopen.notification.smtp.SmtpOutcome.Refused;
import org.doorsopen.notification.smtp.SmtpOutcome.Unanswered;
import org.doorsopen.notification.smtp.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the server alone, for all senders of this process, when its replies are about us or about
 * how much it takes, and not about a mail. After each rest one sender tries one mail, while the
 * others wait for what comes of it: it ends the rest, or doubles it. So a reply that was about a
 * single mail after all holds up the others for a second.
 */
final class ServerRest {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration WAIT_FOR_PROBE = Duration.ofMillis(250);

  /** A sender that is to try a mail may find none, or die. */
  private static final Duration MAX_PROBE = Duration.ofMinutes(1);

  /** The same trouble within this time is no news. */
  private static final Duration SAME_ALARM = Duration.ofHours(1);

  private final LongSupplier nanos;
  private final Map<Verdict, Long> alarms = new EnumMap<>(Verdict.class);
  // Read for each mail, and nearly always null.
  private volatile @Nullable Trouble trouble;

  ServerRest(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The news for the people who run the platform. */
  sealed interface News {

    /**
     * The trouble has lasted long enough.
     *
     * @param first whether it is the first in an hour
     */
    record Alarm(Verdict verdict, boolean first) implements News {}

    /** It goes on, and somebody has been told. */
    record StillThere(Verdict verdict) implements News {}

    record Over(Verdict verdict) implements News {}
  }

  private static final class Trouble {
    private final Verdict verdict;
    private final long since;
    private Duration rest = FIRST;
    private long restedFrom;
    private boolean alarmed;
    private int prober;
    private long probedFrom;

    Trouble(Verdict verdict, long since) {
      this.verdict = verdict;
      this.since = since;
      this.restedFrom = since;
    }
  }

  boolean isResting() {
    return trouble != null;
  }

  /** How long this sender has to wait before its next mail. */
  Duration pause(int sender) {
    return trouble == null ? Duration.ZERO : pauseOf(sender);
  }

  private synchronized Duration pauseOf(int sender) {
    Trouble now = trouble;
    if (now == null) {
      return Duration.ZERO;
    }
    Duration left = now.rest.minusNanos(nanos.getAsLong() - now.restedFrom);
    if (left.isPositive()) {
      return left;
    }
    boolean free = now.prober == 0 || since(now.probedFrom).compareTo(MAX_PROBE) > 0;
    if (free) {
      now.prober = sender;
      now.probedFrom = nanos.getAsLong();
    }
    return now.prober == sender ? Duration.ZERO : WAIT_FOR_PROBE;
  }

  private Duration since(long then) {
    return Duration.ofNanos(nanos.getAsLong() - then);
  }

  /**
   * @param begun when the mail was handed over, by the same clock
   */
  List<News> after(SmtpOutcome outcome, int sender, long begun) {
    if (trouble == null && outcome instanceof Accepted) {
      return List.of();
    }
    return switch (outcome) {
      case Accepted _ -> accepted(begun);
      case Refused _ -> other(sender);
      case Postponed(Verdict verdict, String _) when verdict.longestRest() != null ->
          failed(verdict, begun);
      case Postponed(Verdict verdict, String _) ->
          verdict.patience() == null ? other(sender) : aboutAMail(verdict, sender);
      case Unanswered _ -> failed(Verdict.UNREACHABLE, begun);
    };
  }

  /** One that began before the rest tells nothing about now. */
  private synchronized List<News> accepted(long begun) {
    Trouble over = trouble;
    if (over == null || begun - over.restedFrom < 0) {
      return List.of();
    }
    trouble = null;
    return over(over);
  }

  private synchronized List<News> failed(Verdict verdict, long begun) {
    Trouble now = trouble;
    long time = nanos.getAsLong();
    if (now == null || now.verdict != verdict) {
      Trouble another = new Trouble(verdict, time);
      trouble = another;
      return Stream.of(over(now), news(another)).flatMap(List::stream).toList();
    }
    if (begun - now.restedFrom >= 0) {
      Duration longest = verdict.longestRest();
      Duration twice = now.rest.multipliedBy(2);
      now.rest = longest != null && twice.compareTo(longest) > 0 ? longest : twice;
      now.restedFrom = time;
      now.prober = 0;
    }
    return news(now);
  }

  private static List<News> over(@Nullable Trouble trouble) {
    return trouble != null && trouble.alarmed ? List.of(new News.Over(trouble.verdict)) : List.of();
  }

  private List<News> news(Trouble now) {
    if (now.alarmed) {
      return List.of(new News.StillThere(now.verdict));
    }
    Duration patience = now.verdict.patience();
    if (patience == null || since(now.since).compareTo(patience) < 0) {
      return List.of();
    }
    now.alarmed = true;
    return alarm(now.verdict);
  }

  private List<News> alarm(Verdict verdict) {
    Long last = alarms.get(verdict);
    boolean first = last == null || since(last).compareTo(SAME_ALARM) > 0;
    if (first) {
      alarms.put(verdict, nanos.getAsLong());
    }
    return List.of(new News.Alarm(verdict, first));
  }

  private synchronized List<News> aboutAMail(Verdict verdict, int sender) {
    other(sender);
    return alarm(verdict);
  }

  /** A word about this mail: the next may be tried at once. A server that talks is reached. */
  private synchronized List<News> other(int sender) {
    Trouble now = trouble;
    if (now == null) {
      return List.of();
    }
    if (now.verdict == Verdict.UNREACHABLE) {
      trouble = null;
      return over(now);
    }
    if (now.prober == sender) {
      now.prober = 0;
    }
    return List.of();
  }
}
