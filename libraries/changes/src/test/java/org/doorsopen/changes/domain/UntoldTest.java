package org.doorsopen.changes.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.changes.domain.AMeetup.aMeetup;
import static org.doorsopen.changes.domain.AMeetup.withOnline;

import org.junit.jupiter.api.Test;

/** The rule that organizers see applied before they publish, and by which mails are queued. */
class UntoldTest {

  private final Meetup before = aMeetup();
  private final Meetup online = withOnline(aMeetup(), "https://meet.example/1");

  @Test
  void concernsThoseAloneWhoHaveASeat() {
    Untold untold = Untold.since(before, online, false);

    assertThat(untold.announcementFor(Standing.CONFIRMED)).isPresent();
    assertThat(untold.announcementFor(Standing.WAITLISTED)).isEmpty();
    assertThat(untold.announcementFor(Standing.RELEASED)).isEmpty();
  }

  @Test
  void concernsEverybodyWhereOrganizersWantItSo() {
    Untold untold = Untold.since(before, before, true);

    assertThat(untold.announcementFor(Standing.CONFIRMED)).isPresent();
    assertThat(untold.announcementFor(Standing.WAITLISTED)).isPresent();
    assertThat(untold.announcementFor(Standing.RELEASED)).isEmpty();
  }

  @Test
  void saysAgainWhatAnEarlierMailSaidWhereEverybodyIsToBeTold() {
    Untold untold = new Untold(before, online, online, true);

    assertThat(untold.announcementFor(Standing.CONFIRMED))
        .hasValueSatisfying(news -> assertThat(news.differences()).hasSize(1));
    assertThat(new Untold(before, online, online, false).announcementFor(Standing.CONFIRMED))
        .isEmpty();
  }
}
