package org.doorsopen.bench.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorsopen.bench.measuring.Bench;
import org.doorsopen.bench.measuring.ProcessorTimes;
import org.doorsopen.crowd.Crowd;
import org.doorsopen.infrastructure.faults.FaultyMailServer;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Platform;
import org.doorsopen.launcher.settings.Service;

/**
 * Sends through notification-service, and past it, in turns. It measures the way from the queue to
 * the server, not the way of mails into the queue. Nothing is warmed up: in the first round both
 * the service and the bare client have just started.
 */
public final class MailBench implements Bench {

  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final Duration LONG_ENOUGH_TO_QUEUE = Duration.ofSeconds(1);
  private static final Duration LONG_ENOUGH_TO_LOOK = Duration.ofSeconds(20);

  private final Plan plan;
  private final Meter meter;
  private final FaultyMailServer server;
  private final Rounds bare = new Rounds();
  private final Rounds ours = new Rounds();
  private final Map<String, Double> heap = new LinkedHashMap<>();

  private MailBench(Plan plan, Meter meter) {
    this.plan = plan;
    this.meter = meter;
    this.server = FaultyMailServer.start(meter);
  }

  /**
   * The benchmark, with its mail server running.
   *
   * @param quick whether to take only a little time, which proves that it runs but measures nothing
   */
  public static Bench of(boolean quick) {
    return new MailBench(quick ? Plan.quick() : Plan.full(), new Meter());
  }

  @Override
  public Set<Service> services() {
    return Set.of(Service.NOTIFICATION);
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "DOORS_SMTP", server.smtp(),
        "DOORS_SMTP_CONNECTIONS", Integer.toString(Plan.CONNECTIONS));
  }

  @Override
  public void close() {
    server.close();
  }

  @Override
  public Result run(Platform platform, Console console) {
    LiveHeap live = new LiveHeap(platform.process(Service.NOTIFICATION.module()).orElseThrow());
    LongQueue queue = new LongQueue(platform.database());
    say(console, "one mail, of which the others are copies");
    oneByEvents(platform);
    for (int round = 1; round <= plan.rounds(); round++) {
      for (boolean keep : new boolean[] {true, false}) {
        List<Round> turnsOfBare = new ArrayList<>();
        List<Round> turnsOfOurs = new ArrayList<>();
        for (int turn = 0; turn < plan.turns(); turn++) {
          turnsOfBare.add(bare(platform, plan.mails(), keep));
          turnsOfOurs.add(ours(platform, queue, plan.mails(), keep));
        }
        Round bare = Round.of(turnsOfBare);
        Round ours = Round.of(turnsOfOurs);
        this.bare.note(keep, bare);
        this.ours.note(keep, ours);
        say(console, Figures.inShort(round, keep, bare, ours));
      }
    }
    say(console, "%,d mails are queued and sent".formatted(plan.queued()));
    heap.put("with an empty queue", live.megabytes());
    meter.begin(plan.queued(), true);
    queue.add(plan.queued(), LONG_ENOUGH_TO_LOOK);
    heap.put("with %,d mails queued".formatted(plan.queued()), live.megabytes());
    ProcessorTimes before = spent(platform);
    meter.await(plan.queued() / 2, LIMIT);
    heap.put("with half of them sent", live.megabytes());
    meter.await(plan.queued(), LIMIT);
    heap.put("with all of them sent", live.megabytes());
    Map<String, Double> costs = spent(platform).since(before, plan.queued());
    return new Figures(plan, bare, ours, heap, new Round(meter.perSecond(), costs));
  }

  private static void say(Console console, String text) {
    console.say("  " + text + " …");
  }

  /** Sends a mail that {@link LongQueue} can copy. */
  private void oneByEvents(Platform platform) {
    meter.begin(1, true);
    new Crowd(platform.facts()).confirm(1);
    meter.await(1, LIMIT);
  }

  private Round bare(Platform platform, int mails, boolean keep) {
    BareClient client = new BareClient(server.smtp());
    String mail = meter.sample();
    meter.begin(mails, keep);
    return measured(platform, mails, () -> client.send(mail, mails, Plan.CONNECTIONS));
  }

  private Round ours(Platform platform, LongQueue queue, int mails, boolean keep) {
    meter.begin(mails, keep);
    queue.add(mails, LONG_ENOUGH_TO_QUEUE);
    return measured(platform, mails, () -> {});
  }

  private Round measured(Platform platform, int mails, Runnable start) {
    ProcessorTimes before = spent(platform);
    start.run();
    meter.await(mails, LIMIT);
    return new Round(meter.perSecond(), spent(platform).since(before, mails));
  }

  private static ProcessorTimes spent(Platform platform) {
    return ProcessorTimes.of(platform).withOurs("mail server (and bare client)");
  }
}
