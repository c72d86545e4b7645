package org.doorsopen.standalone.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.faults.FaultyMailServer;
import org.doorsopen.standalone.mail.Crowd;
import org.doorsopen.standalone.platform.Console;
import org.doorsopen.standalone.platform.Platform;
import org.doorsopen.standalone.settings.Service;

/**
 * Sends through notification-service, and past it. Its queue is filled while the mail server is
 * down, so that what is measured is the way from the queue to the server.
 */
final class MailBench implements Bench {

  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final MailPlan plan;
  private final MailMeter meter;
  private final FaultyMailServer server;
  private final Medians rates = new Medians();
  private final Map<String, Double> heap = new LinkedHashMap<>();

  private MailBench(MailPlan plan, MailMeter meter) {
    this.plan = plan;
    this.meter = meter;
    this.server = FaultyMailServer.start(meter);
  }

  static MailBench of(MailPlan plan) {
    return new MailBench(plan, new MailMeter());
  }

  @Override
  public Set<Service> services() {
    return Set.of(Service.NOTIFICATION);
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "DOORS_SMTP", server.smtp(),
        "DOORS_SMTP_CONNECTIONS", Integer.toString(MailPlan.CONNECTIONS));
  }

  @Override
  public void close() {
    server.close();
  }

  @Override
  public Figures run(Platform platform, Console console) {
    LiveHeap live = new LiveHeap(platform.process(Service.NOTIFICATION.module()).orElseThrow());
    say(console, "warming up");
    ours(platform, plan.mails() / 2, true);
    bare(plan.mails() / 2, true);
    for (int round = 1; round <= plan.rounds(); round++) {
      say(console, "round %d of %d".formatted(round, plan.rounds()));
      for (boolean keep : new boolean[] {true, false}) {
        String server = keep ? MailFigures.KEPT : MailFigures.FORGOTTEN;
        rates.note(MailFigures.BARE + server, bare(plan.mails(), keep));
        rates.note(MailFigures.OURS + server, ours(platform, plan.mails(), keep));
      }
    }
    say(console, "%,d mails are queued and sent".formatted(plan.queued()));
    heap.put("with an empty queue", live.megabytes());
    queue(platform, plan.queued(), true);
    heap.put("with %,d mails queued".formatted(plan.queued()), live.megabytes());
    server.startAgain();
    meter.await(plan.queued() / 2, LIMIT);
    heap.put("with half of them sent", live.megabytes());
    meter.await(plan.queued(), LIMIT);
    heap.put("with all of them sent", live.megabytes());
    return new MailFigures(plan, rates, heap, meter.perSecond());
  }

  private static void say(Console console, String text) {
    console.say("  " + text + " …");
  }

  private double bare(int mails, boolean keep) {
    meter.begin(mails, keep);
    new BareClient(server.smtp()).send(meter.sample(), mails, MailPlan.CONNECTIONS);
    meter.await(mails, LIMIT);
    return meter.perSecond();
  }

  private double ours(Platform platform, int mails, boolean keep) {
    queue(platform, mails, keep);
    server.startAgain();
    meter.await(mails, LIMIT);
    return meter.perSecond();
  }

  /** Returns when all are in the queue, and the mail server is down. */
  private void queue(Platform platform, int mails, boolean keep) {
    server.stop();
    meter.begin(mails, keep);
    new Crowd(platform.facts()).confirm(mails);
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (queued(platform.database()) < mails) {
      if (System.nanoTime() > deadline) {
        throw new BenchFailure("The mails were not queued in time");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private static int queued(Database database) {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from notification.mail where status in ('QUEUED', 'SENDING')")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new BenchFailure("The queue cannot be counted: " + e.getMessage(), e);
    }
  }
}
