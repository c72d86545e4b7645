package org.doorsopen.rsvp.meetups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@RsvpService
class FeedsIT {

  @Autowired private RunningService service;

  @Test
  void putsEveryMeetupIntoOneCalendarAndMarksTheCancelled() {
    ScheduleChanged cancelled = Schedules.aMeetup(8);
    String other = service.publish(Schedules.aMeetup(8));
    service.publish(cancelled);
    service.publish(Schedules.cancelled(cancelled));

    Answer calendar = service.browser().get("/calendar.ics");

    assertThat(calendar.header("Content-Type"))
        .isEqualToIgnoringCase("text/calendar;charset=UTF-8");
    assertThat(calendar.body())
        .containsPattern("(?s)UID:" + other + "\r\n.*?STATUS:CONFIRMED")
        .containsPattern("(?s)UID:" + cancelled.getMeetupId() + "\r\n.*?STATUS:CANCELLED");
  }

  @Test
  void tellsFeedReadersOfTheLatestPublicationOfAMeetup() throws Exception {
    service.publish(Schedules.aMeetup(8));
    ScheduleChanged cancelled = Schedules.aMeetup(8);
    service.publish(cancelled);
    service.publish(Schedules.cancelled(cancelled));

    Answer feed = service.browser().get("/feed.atom");
    Document document = document(feed);
    Element entry = entry(document, "urn:uuid:" + cancelled.getMeetupId() + "#2");

    assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
    assertThat(text(entry, "title")).isEqualTo("Cancelled: Pods & <Clouds>");
    assertThat(text(entry, "summary")).containsPattern("\\d{4}, \\d\\d:\\d\\d.+UTC");
    assertThat(Instant.parse(text(document.getDocumentElement(), "updated")))
        .isAfterOrEqualTo(Instant.parse(text(entry, "updated")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/calendar.ics", "/feed.atom"})
  void saysOfAFeedThatNothingIsNew(String path) {
    service.publish(Schedules.aMeetup(8));
    Answer first = service.browser().get(path);

    Answer second = service.browser().get(path, "If-None-Match", first.header("ETag"));
    service.publish(Schedules.aMeetup(8));
    Answer third = service.browser().get(path, "If-None-Match", first.header("ETag"));

    assertThat(second.status()).isEqualTo(304);
    assertThat(third.status()).isEqualTo(200);
  }

  private static Document document(Answer feed) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(feed.body().getBytes(StandardCharsets.UTF_8)));
  }

  private static Element entry(Document feed, String id) {
    NodeList entries = feed.getElementsByTagName("entry");
    return IntStream.range(0, entries.getLength())
        .mapToObj(i -> (Element) entries.item(i))
        .filter(entry -> text(entry, "id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }
}
