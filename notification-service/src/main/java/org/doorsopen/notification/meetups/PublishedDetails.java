package org.doorsopen.notification.meetups;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.doorsopen.changes.domain.Detail;
import org.doorsopen.changes.domain.Reading;
import org.doorsopen.schemas.events.AgendaItem;
import org.doorsopen.schemas.events.Meetup;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a published meetup that mails do not name, as short texts that tell whether it
 * changed.
 */
final class PublishedDetails {

  /** Fields that are a detail of their own below, or that mails tell. */
  private static final Set<String> KNOWN =
      Set.of(
          "title",
          "summary",
          "description",
          "hosts",
          "venue",
          "onlineUrl",
          "online",
          "timeZone",
          "startsAt",
          "endsAt",
          "capacity",
          "maxGuests",
          "waitlistCapacity",
          "reservedSeats",
          "rsvpOpensAt",
          "rsvpClosesAt",
          "promotionsEndAt",
          "codeOfConductUrl",
          "sponsors",
          "agenda",
          "reminderLeadSeconds");

  private PublishedDetails() {}

  static Map<Detail, String> of(Meetup meetup) {
    return Map.ofEntries(
        Map.entry(Detail.SUMMARY, digest(meetup.getSummary())),
        Map.entry(Detail.DESCRIPTION, digest(meetup.getDescription())),
        Map.entry(
            Detail.HOSTS,
            digest(
                meetup.getHosts().stream()
                    .flatMap(host -> Stream.of(host.getName(), address(host.getUrl()))))),
        Map.entry(
            Detail.SPONSORS,
            digest(
                meetup.getSponsors().stream()
                    .flatMap(sponsor ->
                        Stream.of(
                            sponsor.getName(),
                            words(sponsor.getContribution()),
                            address(sponsor.getUrl()))))),
        Map.entry(Detail.CONDUCT, digest(address(meetup.getCodeOfConductUrl()))),
        Map.entry(
            Detail.VENUE_ADDRESS,
            digest(meetup.getVenue() == null ? null : address(meetup.getVenue().getUrl()))),
        Map.entry(Detail.ZONE_NAME, digest(meetup.getTimeZone())),
        Map.entry(Detail.SEATS, digest(Stream.concat(seats(meetup), kept(meetup)))),
        Map.entry(
            Detail.RSVPS,
            digest(meetup.getRsvpOpensAt(), meetup.getRsvpClosesAt(), meetup.getPromotionsEndAt())),
        Map.entry(Detail.REMINDERS, digest(meetup.getReminderLeadSeconds())),
        Map.entry(Detail.OTHER, digest(others(meetup))));
  }

  private static Stream<String> seats(Meetup meetup) {
    Integer waitlist = meetup.getWaitlistCapacity();
    return Stream.of(
        Integer.toString(meetup.getCapacity()),
        Integer.toString(meetup.getMaxGuests()),
        waitlist == null ? "" : waitlist.toString());
  }

  /** Nothing where there are none, so that digests that are kept stay those of the same meetup. */
  private static Stream<String> kept(Meetup meetup) {
    return meetup.getReservedSeats() == 0
        ? Stream.of()
        : Stream.of(Integer.toString(meetup.getReservedSeats()));
  }

  static String of(AgendaItem item) {
    Stream<String> contents =
        Stream.concat(
            Stream.of(words(item.getAbstract$())),
            item.getSpeakers().stream()
                .flatMap(speaker ->
                    Stream.of(
                        speaker.getName(),
                        words(speaker.getRole()),
                        words(speaker.getOrganization()))));
    return digest(Stream.concat(contents, links(item)));
  }

  /** Nothing where there is none, so that digests that are kept stay those of the same item. */
  private static Stream<String> links(AgendaItem item) {
    return item.getSlidesUrl() == null && item.getRecordingUrl() == null
        ? Stream.of()
        : Stream.of(address(item.getSlidesUrl()), address(item.getRecordingUrl()));
  }

  /** Whatever the event has besides, so that no change of a newer field is taken for none. */
  private static Stream<String> others(Meetup meetup) {
    return meetup.getSchema().getFields().stream()
        .filter(field -> !KNOWN.contains(field.name()))
        .map(field -> field.name() + "=" + meetup.get(field.pos()));
  }

  private static String digest(@Nullable Object... values) {
    return digest(Arrays.stream(values).map(value -> value == null ? "" : value.toString()));
  }

  private static String digest(Stream<String> texts) {
    return Reading.digest(texts.toList());
  }

  private static String words(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static String address(@Nullable String url) {
    return Reading.ofAddress(url);
  }
}
