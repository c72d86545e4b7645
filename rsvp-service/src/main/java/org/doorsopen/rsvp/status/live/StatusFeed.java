package org.doorsopen.rsvp.status.live;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.doorsopen.rsvp.status.RsvpStatuses;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the RSVPs that are watched when their meetup has changed. One thread does all the reading,
 * so no older status overtakes a newer one. Changes that come while it reads are read together, by
 * one query for each meetup, whatever the number of its watchers, and so are those that come soon
 * after another: clients that come and go cost no more than that. A meetup that cannot be read is
 * tried again after a pause, and holds up no other.
 */
@Component
class StatusFeed implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(StatusFeed.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration BETWEEN_READS = Duration.ofMillis(200);

  /** Says how RSVPs of one meetup stand. */
  interface Source {
    Collection<RsvpStatus> of(String meetupId, Collection<String> rsvpIds);
  }

  private final Source statuses;
  private final Duration betweenReads;
  private final Executor afterAPause;
  private final Map<String, Set<Watcher>> watchers = new ConcurrentHashMap<>();
  private final BlockingQueue<String> changed = new LinkedBlockingQueue<>();
  private volatile @Nullable Thread reader;

  @Autowired
  StatusFeed(RsvpStatuses statuses) {
    this(statuses::of, PAUSE, BETWEEN_READS);
  }

  StatusFeed(Source statuses, Duration pause, Duration betweenReads) {
    this.statuses = statuses;
    this.betweenReads = betweenReads;
    this.afterAPause = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Tells the watcher of every change from now on. Its RSVP is read once even if nothing changes,
   * because something may have changed just before.
   */
  void add(Watcher watcher) {
    String meetupId = watcher.key().meetupId();
    watchers.compute(
        meetupId,
        (_, set) -> {
          Set<Watcher> all = set == null ? ConcurrentHashMap.newKeySet() : set;
          all.add(watcher);
          return all;
        });
    onChange(meetupId);
  }

  void remove(Watcher watcher) {
    watchers.computeIfPresent(
        watcher.key().meetupId(),
        (_, set) -> {
          set.remove(watcher);
          return set.isEmpty() ? null : set;
        });
  }

  void onChange(String meetupId) {
    if (watchers.containsKey(meetupId)) {
      changed.add(meetupId);
    }
  }

  /** Reads everything that is watched, because changes may have been missed. */
  void onAnyChange() {
    changed.addAll(watchers.keySet());
  }

  private void read() {
    try {
      while (true) {
        Set<String> meetups = new LinkedHashSet<>(Set.of(changed.take()));
        changed.drainTo(meetups);
        for (String meetupId : meetups) {
          read(meetupId);
        }
        Thread.sleep(betweenReads);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(String meetupId) {
    Collection<Watcher> watching = watchers.getOrDefault(meetupId, Set.of());
    Map<String, Set<Watcher>> byRsvp =
        watching.stream()
            .collect(Collectors.groupingBy(watcher -> watcher.key().rsvpId(), Collectors.toSet()));
    if (byRsvp.isEmpty()) {
      return;
    }
    try {
      for (RsvpStatus status : statuses.of(meetupId, byRsvp.keySet())) {
        byRsvp.get(status.rsvpId()).forEach(watcher -> watcher.tell(status));
      }
    } catch (RuntimeException e) {
      log.warn("Cannot read the RSVPs of meetup {}; trying again", meetupId, e);
      afterAPause.execute(() -> changed.add(meetupId));
    }
  }

  @Override
  public void start() {
    reader = Thread.ofVirtual().name("status-feed").start(this::read);
  }

  @Override
  public void stop() {
    Thread running = reader;
    if (running != null) {
      running.interrupt();
      reader = null;
    }
  }

  @Override
  public boolean isRunning() {
    return reader != null;
  }
}
