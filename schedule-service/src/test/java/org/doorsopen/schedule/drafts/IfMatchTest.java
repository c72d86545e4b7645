package org.doorsopen.schedule.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.doorsopen.fixtures.Mutations;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.Place;
import org.doorsopen.schedule.meetups.domain.Seating;
import org.doorsopen.schedule.meetups.domain.Times;
import org.doorsopen.schedule.meetups.domain.Windows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.server.ResponseStatusException;

/** RFC 9110, 13.1.1, against a draft with the ETag "7-0". */
class IfMatchTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"7-0\"",
        "\"7-2\"",
        "W/\"7-0\"",
        "\"7-0-gzip\"",
        "W/\"7-0-br\"",
        "\"7-0--gzip\"",
        "\"7-0;gzip\"",
        "W/\"6-1\", W/\"7-1\"",
        "*",
        " * ",
        "\"6-1\", \"7-1\"",
        "\"a,b\",\"7-0\"",
        "\"7-0\" , \"8-0\"",
        ", \"7-0\"",
        "\"7-0\","
      })
  void matchesTheEditThatWasSeen(String header) {
    assertThatCode(() -> IfMatch.required(header).check(draft())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"6-0\"",
        "W/\"6-0\"",
        "\"6-0-gzip\"",
        "\"\"",
        "\"7\"",
        "\"*\"",
        "\"99999999999-1\"",
        "\"7-0-1\""
      })
  void findsEverythingElseStale(String header) {
    assertThat(statusOf(() -> IfMatch.required(header).check(draft()))).isEqualTo(412);
  }

  @Test
  void namesTheETagThatWouldMatch() {
    assertThatThrownBy(() -> IfMatch.required("\"6-0\"").check(draft()))
        .hasMessageContaining("is now \"7-0\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7-0", "\"7-0", "\"7-0\" \"7-1\"", "*, \"7-0\"", "w/\"7-0\"", "\"7\"x"})
  void refusesWhatIsNoListOfETags(String header) {
    assertThat(statusOf(() -> IfMatch.required(header))).isEqualTo(400);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void insistsOnTheHeaderForAnEdit(@Nullable String header) {
    assertThat(statusOf(() -> IfMatch.required(header))).isEqualTo(428);
  }

  @Test
  void takesAnythingWhereTheHeaderIsOptional() {
    assertThatCode(() -> IfMatch.optional(null).check(draft())).doesNotThrowAnyException();
    assertThat(statusOf(() -> IfMatch.optional("\"6-0\"").check(draft()))).isEqualTo(412);
  }

  private static int statusOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    var refusal = catchThrowableOfType(ResponseStatusException.class, call);
    return refusal == null ? 200 : refusal.getStatusCode().value();
  }

  private static Draft draft() {
    Meetup meetup =
        new Meetup(
            "An evening",
            null,
            null,
            List.of(),
            new Place(null, null),
            new Times(ZoneOffset.UTC, Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
            new Seating(1, 0, null, null, 0),
            Windows.UNSET,
            null,
            null,
            List.of(),
            List.of());
    return new Draft(UUID.randomUUID(), 1, 7, meetup, null);
  }

  /** As {@code ./doors fuzz} does with Jazzer, here with inputs from a seed. */
  @Test
  void readsOrRefusesWhateverComes() {
    List<String> begins =
        List.of("*", "\"3-1\"", "W/\"3-1-gzip\", \"4-2\"", "\"\", ,\"x\"", "\t \"3-1\" ,");
    Mutations mutations = new Mutations(25, begins);
    for (int i = 0; i < 3_000; i++) {
      EntityTagFuzz.fuzzerTestOneInput(mutations.next());
    }
  }
}
