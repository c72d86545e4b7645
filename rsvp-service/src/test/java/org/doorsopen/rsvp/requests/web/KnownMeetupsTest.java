package org.doorsopen.rsvp.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class KnownMeetupsTest {

  private final Set<String> published = new HashSet<>();
  private final List<String> asked = new ArrayList<>();
  private final KnownMeetups known = new KnownMeetups(isPublished());

  @Test
  void asksTheDatabaseOnceForAMeetupHoweverManyRequestsThereAre() {
    published.add("m");

    for (int i = 0; i < 100; i++) {
      assertThat(known.isKnown("m")).isTrue();
    }

    assertThat(asked).containsExactly("m");
  }

  @Test
  void asksAgainForAMeetupThatMayBePublishedLater() {
    assertThat(known.isKnown("m")).isFalse();

    published.add("m");

    assertThat(known.isKnown("m")).isTrue();
  }

  @Test
  void remembersNoEndlessNumberOfThem() {
    for (int i = 0; i <= 10_000; i++) {
      published.add("m" + i);
      known.isKnown("m" + i);
    }
    asked.clear();

    known.isKnown("m10000");
    known.isKnown("m0");

    assertThat(asked).containsExactly("m0");
  }

  private Predicate<String> isPublished() {
    return meetupId -> {
      asked.add(meetupId);
      return published.contains(meetupId);
    };
  }
}
