package org.doorsopen.rsvp.page.meetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.doorsopen.rsvp.meetups.PublishedMeetup.AgendaItem;
import org.doorsopen.rsvp.meetups.PublishedMeetup.Speaker;
import org.doorsopen.rsvp.meetups.PublishedMeetup.Venue;
import org.doorsopen.rsvp.meetups.PublishedMeetups;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChangesSoFarTest {

  private static final Speech ENGLISH = new Words().in(Locale.ENGLISH);
  private static final Speech GERMAN = new Words().in(Locale.GERMAN);
  private static final PublishedMeetup FIRST = PublishedMeetups.aSummerEvening();

  @ParameterizedTest
  @MethodSource
  void saysWhatWasBefore(UnaryOperator<PublishedMeetup> change, String words) {
    PublishedMeetup now = change.apply(FIRST);

    assertThat(ChangesSoFar.inWords(FIRST, now, ENGLISH)).contains(words);
    assertThat(ChangesSoFar.inWords(FIRST, now, GERMAN)).doesNotContain(words).isNotEmpty();
    assertThat(ChangesSoFar.inWords(now, now, ENGLISH)).isEmpty();
  }

  static List<Arguments> saysWhatWasBefore() {
    return List.of(
        change(
            first -> PublishedMeetups.aSummerEvening("Pods"), "It was called “Pods & <Clouds>”."),
        change(
            first -> with(first, first.place().venue(), 3600, first.agenda()),
            "It was planned for Wednesday, 12 June 2030, 18:00–21:00"
                + " (Europe/Berlin, UTC+02:00)."),
        change(
            first -> with(first, new Venue("The Loft", null, null), 0, first.agenda()),
            "It was to be at The Hall, Street 1, 10115 Berlin."),
        change(
            first -> with(first, null, 0, first.agenda()),
            "It was to be at The Hall, Street 1, 10115 Berlin."),
        change(
            first -> with(first, first.place().venue(), 0, List.of(doors(first, 0))),
            "No longer takes place: “Small <i>kernels</i>”."),
        change(
            first ->
                with(first, first.place().venue(), 0, List.of(doors(first, 600), talk(first, 0))),
            "The doors were to open at 18:00."),
        change(
            first ->
                with(first, first.place().venue(), 0, List.of(doors(first, 0), talk(first, 600))),
            "“Small <i>kernels</i>” moved from 18:30 to 18:40."),
        change(
            first ->
                with(first, first.place().venue(), 0, List.of(doors(first, 0), by(first, "Grace"))),
            "“Small <i>kernels</i>” was to be with Kai, Ada."));
  }

  @Test
  void saysNothingOfWhatWasChangedBackOrReadsTheSame() {
    assertThat(
            ChangesSoFar.inWords(
                FIRST, PublishedMeetups.aSummerEvening(" Pods  & <Clouds>"), ENGLISH))
        .isEmpty();
  }

  private static Arguments change(UnaryOperator<PublishedMeetup> change, String words) {
    return Arguments.of(change, words);
  }

  private static AgendaItem doors(PublishedMeetup first, int later) {
    return moved(first.agenda().getFirst(), later, List.of());
  }

  private static AgendaItem talk(PublishedMeetup first, int later) {
    AgendaItem talk = first.agenda().getLast();
    return moved(talk, later, talk.speakers());
  }

  private static AgendaItem by(PublishedMeetup first, String speaker) {
    return moved(first.agenda().getLast(), 0, List.of(new Speaker(speaker, null, null)));
  }

  private static AgendaItem moved(AgendaItem item, int later, List<Speaker> speakers) {
    return new AgendaItem(
        item.id(),
        item.kind(),
        item.startsAt().plusSeconds(later),
        item.endsAt(),
        item.title(),
        item.abstractText(),
        speakers,
        item.slidesUrl(),
        item.recordingUrl());
  }

  private static PublishedMeetup with(
      PublishedMeetup first, @Nullable Venue venue, int later, List<AgendaItem> agenda) {
    return new PublishedMeetup(
        first.title(),
        first.summary(),
        first.description(),
        first.hosts(),
        new PublishedMeetup.Place(venue, first.place().online()),
        new PublishedMeetup.Times(
            first.times().timeZone(),
            first.times().startsAt().plusSeconds(later),
            first.times().endsAt().plusSeconds(later)),
        first.seating(),
        first.windows(),
        first.codeOfConductUrl(),
        first.sponsors(),
        agenda);
  }
}
