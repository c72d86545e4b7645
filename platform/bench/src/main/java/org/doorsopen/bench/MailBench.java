package org.doorsopen.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.doorsopen.crowd.Crowd;
import org.doorsopen.infrastructure.faults.FaultyMailServer;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Platform;
import org.doorsopen.launcher.settings.Service;

/**
 * Sends through notification-service, and past it. What is measured is the way from its queue to
 * the server, and not how mails come into the queue.
 */
final class MailBench implements Bench {

  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final Duration LONG_ENOUGH_TO_QUEUE = Duration.ofSeconds(3);
  private static final Duration LONG_ENOUGH_TO_LOOK = Duration.ofSeconds(20);

  private final MailBenchPlan plan;
  private final MailMeter meter;
  private final FaultyMailServer server;
  private final MailRounds bare = new MailRounds();
  private final MailRounds ours = new MailRounds();
  private final Map<String, Double> heap = new LinkedHashMap<>();

  private MailBench(MailBenchPlan plan, MailMeter meter) {
    this.plan = plan;
    this.meter = meter;
    this.server = FaultyMailServer.start(meter);
  }

  static MailBench of(MailBenchPlan plan) {
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
        "DOORS_SMTP_CONNECTIONS", Integer.toString(MailBenchPlan.CONNECTIONS));
  }

  @Override
  public void close() {
    server.close();
  }

  @Override
  public Figures run(Platform platform, Console console) {
    LiveHeap live = new LiveHeap(platform.process(Service.NOTIFICATION.module()).orElseThrow());
    LongQueue queue = new LongQueue(platform.database());
    say(console, "warming up");
    oneByEvents(platform);
    ours(platform, queue, plan.warmUp(), true);
    bare(platform, plan.warmUp(), true);
    for (int round = 1; round <= plan.rounds(); round++) {
      say(console, "round %d of %d".formatted(round, plan.rounds()));
      for (boolean keep : new boolean[] {true, false}) {
        bare.note(keep, bare(platform, plan.mails(), keep));
        ours.note(keep, ours(platform, queue, plan.mails(), keep));
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
    return new MailFigures(plan, bare, ours, heap, new MailRound(meter.perSecond(), costs));
  }

  private static void say(Console console, String text) {
    console.say("  " + text + " …");
  }

  /** The others are made after it. */
  private void oneByEvents(Platform platform) {
    meter.begin(1, true);
    new Crowd(platform.facts()).confirm(1);
    meter.await(1, LIMIT);
  }

  private MailRound bare(Platform platform, int mails, boolean keep) {
    BareClient client = new BareClient(server.smtp());
    String mail = meter.sample();
    meter.begin(mails, keep);
    return measured(platform, mails, () -> client.send(mail, mails, MailBenchPlan.CONNECTIONS));
  }

  private MailRound ours(Platform platform, LongQueue queue, int mails, boolean keep) {
    meter.begin(mails, keep);
    queue.add(mails, LONG_ENOUGH_TO_QUEUE);
    return measured(platform, mails, () -> {});
  }

  private MailRound measured(Platform platform, int mails, Runnable start) {
    ProcessorTimes before = spent(platform);
    start.run();
    meter.await(mails, LIMIT);
    return new MailRound(meter.perSecond(), spent(platform).since(before, mails));
  }

  private static ProcessorTimes spent(Platform platform) {
    return ProcessorTimes.of(platform).withOurs("mail server (and bare client)");
  }
}
