package org.doorsopen.rsvp.meetups.web;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.doorsopen.pages.words.LocalTimes;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.doorsopen.settings.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Writes publications for feed readers (RFC 4287). An entry is a version of a meetup, so that a
 * reader shows a change as news; its id says nothing of where the platform is, so that nothing is
 * news that only moved.
 */
@Component
class AtomFeed {

  /** The characters that XML 1.0, section 2.2 has no way to write. */
  private static final Pattern NO_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final PublicUrl publicUrl;

  AtomFeed(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  /**
   * @param meetups those published last first
   * @param otherwise when the feed changed last if there are none
   */
  String of(List<Meetup> meetups, Instant otherwise) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "title", "Doors Open, " + publicUrl.host());
      element(xml, "id", publicUrl.url() + "/feed.atom");
      link(xml, "self", publicUrl.url() + "/feed.atom");
      link(xml, "alternate", publicUrl.url() + "/");
      element(
          xml,
          "updated",
          meetups.isEmpty() ? otherwise.toString() : meetups.getFirst().publishedAt().toString());
      for (Meetup meetup : meetups) {
        entry(xml, meetup);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A string refuses XML", e);
    }
  }

  private void entry(XMLStreamWriter xml, Meetup meetup) throws XMLStreamException {
    PublishedMeetup contents = meetup.contents();
    String page = publicUrl.url() + "/meetups/" + meetup.meetupId();
    xml.writeStartElement("entry");
    element(xml, "id", "urn:uuid:%s#%d".formatted(meetup.meetupId(), meetup.version()));
    element(xml, "title", (meetup.cancelled() ? "Cancelled: " : "") + contents.title());
    element(xml, "updated", meetup.publishedAt().toString());
    link(xml, "alternate", page);
    for (PublishedMeetup.Host host : contents.hosts()) {
      author(xml, host.name());
    }
    if (contents.hosts().isEmpty()) {
      author(xml, publicUrl.host());
    }
    element(xml, "summary", summary(contents));
    xml.writeEndElement();
  }

  private static String summary(PublishedMeetup contents) {
    String when =
        new LocalTimes(Locale.ENGLISH)
            .evening(
                contents.times().startsAt(),
                contents.times().endsAt(),
                ZoneId.of(contents.times().timeZone()));
    return contents.summary() == null ? when : when + "\n" + contents.summary();
  }

  private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeStartElement("author");
    element(xml, "name", name);
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(NO_XML.matcher(text).replaceAll(""));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
  }
}
