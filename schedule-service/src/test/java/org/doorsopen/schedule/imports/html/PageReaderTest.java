package org.doorsopen.schedule.imports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.doorsopen.schedule.imports.domain.ImportedItem;
import org.doorsopen.schedule.imports.domain.ImportedMeetup;
import org.doorsopen.schedule.imports.domain.ReadAnnouncement;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.junit.jupiter.api.Test;

class PageReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  @Test
  void readsTheEventThatAPageHasForProgramsAndTheAgendaInItsDescription() {
    ReadAnnouncement read =
        read(
            """
            <!DOCTYPE html><html><head><title>x</title>
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Site"},
            {"@type":"SocialEvent","name":"Rust &amp; Friends","startDate":"2026-12-03T18:30:00+01:00","endDate":"2026-12-03T21:00:00+01:00",
            "location":{"@type":"Place","name":"Example HQ","address":{"@type":"PostalAddress","streetAddress":"Torstraße 12","addressLocality":"Berlin","postalCode":"10119"}},
            "organizer":{"@type":"Organization","name":"Rust Berlin","url":"https://rust.example/"},
            "maximumAttendeeCapacity":80,"image":["https://x.example/a.png"],
            "offers":{"@type":"Offer","price":"0"},
            "description":"An evening for people who like safety and speed.\\n\\n18:30 Doors\\n19:00 Traits by Jana Berger (Example Bank)\\n20:00 Drinks"}]}
            </script></head><body><nav>Home</nav><h1>Rust &amp; Friends</h1></body></html>
            """);

    ImportedMeetup meetup = read.draft();
    assertThat(meetup.title()).isEqualTo("Rust & Friends");
    assertThat(Objects.toString(meetup.startsAt())).isEqualTo("2026-12-03T18:30:00+01:00");
    assertThat(meetup.venueName()).isEqualTo("Example HQ");
    assertThat(meetup.venueAddress()).isEqualTo("Torstraße 12, 10119 Berlin");
    assertThat(meetup.hosts()).containsExactly(new Host("Rust Berlin", "https://rust.example/"));
    assertThat(meetup.capacity()).isEqualTo(80);
    assertThat(meetup.agenda())
        .extracting(ImportedItem::title)
        .containsExactly("Doors", "Traits", "Drinks");
    assertThat(meetup.agenda().get(1).speakers())
        .containsExactly(new Speaker("Jana Berger", null, "Example Bank"));
    assertThat(read.uncertain()).extracting(doubt -> doubt.field()).containsExactly("timeZone");
    assertThat(read.missing()).isEmpty();
  }

  @Test
  void looksForTheAgendaOnThePageWhereTheDescriptionHasNone() {
    ImportedMeetup meetup =
        read("""
        <html><body><script type='application/ld+json'>{"@type":"Event","name":"Go Night","startDate":"2026-12-10T18:00"}</script>
        <footer>Imprint 2026</footer>
        <main><h2>Agenda</h2><ul><li>18:00 Doors</li><li>18:30 Channels – Ole Jansen (Otto)</li></ul></main></body></html>
        """)
            .draft();

    assertThat(meetup.title()).isEqualTo("Go Night");
    assertThat(meetup.agenda())
        .extracting(ImportedItem::title)
        .containsExactly("Doors", "Channels");
  }

  @Test
  void readsMicrodata() {
    ImportedMeetup meetup =
        read("""
        <div itemscope itemtype="https://schema.org/Event">
        <h1 itemprop="name">Linux Evening</h1>
        <time itemprop="startDate" datetime="2026-12-03T19:00">3 Dec</time>
        <div itemprop="location" itemscope itemtype="https://schema.org/Place"><b itemprop="name">Toppoint</b>
        <span itemprop="address">Eckernförder Str. 20, 24116 Kiel</span></div>
        <div itemprop="description"><p>19:00 Arrival</p><p>19:30 Nix on laptops – Thore Hansen</p></div>
        </div>
        """)
            .draft();

    assertThat(meetup.title()).isEqualTo("Linux Evening");
    assertThat(Objects.toString(meetup.startsAt())).isEqualTo("2026-12-03T19:00");
    assertThat(meetup.venueName()).isEqualTo("Toppoint");
    assertThat(meetup.venueAddress()).isEqualTo("Eckernförder Str. 20, 24116 Kiel");
    assertThat(meetup.agenda())
        .extracting(ImportedItem::title)
        .containsExactly("Arrival", "Nix on laptops");
  }

  @Test
  void takesPartsOfAnEventAsItsAgenda() {
    ImportedMeetup meetup =
        read("""
        <script type="application/ld+json">[{"@type":["Event","EducationEvent"],"name":"Data Day","startDate":"2026-12-03T09:00",
        "subEvent":[{"@type":"Event","name":"Lakes","startDate":"2026-12-03T09:30","endDate":"2026-12-03T10:00","performer":{"@type":"Person","name":"Anna Gruber"}}]}]</script>
        """)
            .draft();

    assertThat(meetup.agenda())
        .singleElement()
        .satisfies(item -> {
          assertThat(item.title()).isEqualTo("Lakes");
          assertThat(Objects.toString(item.startsAt())).isEqualTo("2026-12-03T09:30");
          assertThat(item.speakers()).containsExactly(new Speaker("Anna Gruber", null, null));
        });
  }

  @Test
  void readsAPageWithoutDataAsItsText() {
    ImportedMeetup meetup =
        read("""
        <html><body><header><h1>Kotlin Evening</h1></header><table><tr><td>18:00</td><td>Doors</td></tr>
        <tr><td>18:30</td><td>Flows</td><td>Sabine Köhler</td></tr></table></body></html>
        """)
            .draft();

    assertThat(meetup.title()).isEqualTo("Kotlin Evening");
    assertThat(meetup.agenda()).extracting(ImportedItem::title).containsExactly("Doors", "Flows");
    assertThat(meetup.agenda().get(1).speakers())
        .containsExactly(new Speaker("Sabine Köhler", null, null));
  }

  @Test
  void survivesPagesThatAreMadeToHurt() {
    assertThat(read("<div>".repeat(20_000) + "18:00 Doors").draft().agenda()).hasSize(1);
    assertThat(
            read("<div itemscope itemprop=subEvent itemtype=x/Event>".repeat(3_000))
                .draft()
                .agenda())
        .isEmpty();
    assertThat(read("<script type=application/ld+json>" + "[".repeat(50_000)).draft().title())
        .isNull();
    assertThat(
            read("<script type=application/ld+json>{\"@type\":\"Event\",\"name\":7,\"startDate\":[[]],\"location\":{}}</script>")
                .draft()
                .title())
        .isEqualTo("7");
  }

  private static ReadAnnouncement read(String page) {
    return PageReader.read(page, TODAY);
  }
}
