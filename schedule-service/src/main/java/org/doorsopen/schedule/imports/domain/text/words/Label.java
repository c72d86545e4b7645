package org.doorsopen.schedule.imports.domain.text.words;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a line or a section is about, as it says itself: by a word and a colon, or by a heading. */
public enum Label {
  TITLE(
      "title;titel;event;veranstaltung;subject;betreff;event title;event name;name of the event;meetup;was;what"),
  WHEN(
      "when;next meeting;nachstes treffen;nachster termin;where when;when where;where and when;wo und wann;wo wann;date;wann;datum;termin;time;zeit;uhrzeit;date time;date and time;datum uhrzeit;datum und uhrzeit;when and where;day;tag;wann und wo;zeitpunkt;dates;datum zeit"),
  START(
      "start;beginn;starts;begin;start time;starts at;anfang;startzeit;los geht s;los gehts;program starts"),
  END("end;ende;ends;end time;schluss;ends at;endzeit"),
  DOORS("doors;einlass;doors open;turen;open doors;door;doors at"),
  VENUE(
      "venue;location;where;ort;wo;veranstaltungsort;place;treffpunkt;meeting point;venue location;location venue;veranstaltungsort adresse;ort adresse;raum;room;getting there;anfahrt;how to get there;how to find us;venue address;location address;wegbeschreibung;directions;veranstaltungsadresse"),
  ADDRESS("address;adresse;anschrift"),
  ONLINE(
      "online;stream;livestream;live stream;zoom;video link;online link;remote;join online;zoom link;teams;youtube;stream link;virtual;online teilnahme;link to the stream;meeting link;link zum stream;remote link;video call link;video call;videokonferenz;jitsi;bbb;google meet;livestream link;online stream;watch online;twitch"),
  CAPACITY(
      "capacity;seats;platze;kapazitat;spots;teilnehmerzahl;max attendees;anzahl platze;number of seats;available seats;max teilnehmer;places;attendee limit;max platze;verfugbare platze;teilnehmerlimit;platzzahl;limit;raumkapazitat;max participants;max seats;seat limit"),
  HOST(
      "host;hosts;hosted by;organizer;organizers;organiser;organisers;organized by;organised by;gastgeber;veranstalter;organisatoren;orga;organisation;your hosts;our host;gastgeberin;our hosts;co host;co hosts;organisator;organisiert von;hosting;veranstaltet von;presented by;ausrichter;co organizer;co organizers;orga team;organisatorinnen;gastgeber innen;organizing team;the organizers;your host;unser gastgeber"),
  SPONSOR(
      "sponsor;sponsors;sponsoren;sponsored by;our sponsors;our sponsor;partner;partners;supported by;unterstutzt von;gesponsert von;powered by;unterstutzer;with support from;supporter;supporters;unsere sponsoren;sponsoring;with thanks to;thanks to;mit unterstutzung von;dank an;danke an;sponsor in;thank you to;thanks to our sponsors;danke an unsere sponsoren;food sponsor;drinks sponsor;venue sponsor;pizza sponsor;unser sponsor"),
  FOOD(
      "food;drinks;pizza;food drinks;food and drinks;essen;getranke;essen getranke;verpflegung;catering;essen und getranke;pizza drinks;pizza and drinks;pizza beer;snacks;beer;bier;beverages;pizza getranke;pizza und getranke;refreshments;speis und trank;furs leibliche wohl;pizza bier"),
  CONDUCT("code of conduct;coc;verhaltenskodex;our code of conduct;verhaltensregeln"),
  RSVP_BY(
      "rsvp by;rsvp until;rsvp deadline;anmeldeschluss;anmeldung bis;register by;registration deadline;rsvp bis;anmeldefrist;registration closes;deadline;rsvps close;rsvp closes;sign up by;register until;please rsvp by;registration until;bitte anmelden bis;anmelden bis"),
  RSVP(
      "rsvp;registration;anmeldung;register;tickets;sign up;registrierung;anmelden;rsvp here;register here;registration link;ticket;anmeldelink;hier anmelden;link"),
  SPEAKER(
      "speaker;speakers;referent;referentin;referenten;sprecher;sprecherin;sprecherinnen;referentinnen;referent in;referent innen;speaker s;by;von;presenter;presenters;presented by speaker;vortragender;vortragende;mit;with;speaker name;name;panelists;panellists;panelisten;on stage;vortrag von;talk by;auf dem podium;podium;gaste;guests on the panel;teilnehmende des panels;es sprechen;moderation;moderator;panel guests;trainer;trainerin;trainers;instructor;host of the panel;facilitator"),
  ROLE("role;rolle;position;job title;funktion"),
  ORGANIZATION(
      "organization;organisation des referenten;company;firma;unternehmen;arbeitgeber;employer"),
  ABSTRACT(
      "abstract;kurzbeschreibung;zusammenfassung;summary;inhalt;talk description;abstrakt;about the talk;about this talk;uber den vortrag;worum es geht;zum inhalt;zum vortrag;synopsis;vortragsbeschreibung;description of the talk;talk abstract;talk summary"),
  BIO(
      "bio;biography;biografie;about the speaker;uber den referenten;uber die referentin;speaker bio;about me;kurzbio;zur person;uber die sprecherin;uber den sprecher;about the speakers;bios;vita;uber den speaker;uber die speakerin;speaker biography;uber die person;kurzvita;uber mich;short bio;uber die vortragende;uber den vortragenden"),
  TALK(
      "talk;short talk;long talk;kurzer vortrag;vortrag;keynote;lightning talk;lightning talks;panel;workshop;session;first talk;second talk;third talk;1st talk;2nd talk;3rd talk;erster vortrag;zweiter vortrag;dritter vortrag;presentation;prasentation;main talk;hauptvortrag;thema;topic;panel discussion;podiumsdiskussion;fireside chat;demo;live demo;impulsvortrag;blitzvortrag;impuls;talk title;titel des vortrags;vortragstitel;opening talk;closing talk;kurzvortrag;erfahrungsbericht"),
  AGENDA(
      "agenda;schedule;program;programme;programm;ablauf;timetable;zeitplan;the plan;lineup;line up;tagesordnung;plan;our agenda;the agenda;unser programm;der ablauf;abendprogramm;schedule for the evening;program for the evening;timeline;the schedule;plan for the evening;run of show;ablauf des abends;programm des abends;ablauf der veranstaltung;what s happening;what happens;agenda for the evening;der plan;unser plan;tonight s agenda;so lauft der abend;ablaufplan;evening schedule;what s the plan;agenda overview;uberblick;overview;event schedule;schedule overview;tonight s program;what s on;the evening;der abend;programmablauf;zeitlicher ablauf;running order;rough schedule;tentative agenda;preliminary agenda;vorlaufiges programm;vorlaufige agenda;unsere agenda;event agenda;agenda en;agenda de"),
  DETAILS(
      "talks;talk details;abstracts;vortrage;die vortrage;sessions;about the talks;the talks;speakers and talks;speakers talks;talks and speakers;uber die vortrage;vortragsdetails;talk abstracts;session details;details of the talks;talk descriptions;our talks;unsere vortrage;die talks;details zu den vortragen;talks speakers;featured talks;the talks in detail;abstracts bios;more about the talks;presentations;zu den vortragen;details zu den talks;talks in detail;themen;topics;lightning talks details;im detail"),
  SPEAKERS(
      "about our speakers;our speakers;the speakers;unsere speaker;die speaker;unsere referenten;uber unsere referenten;speaker bios;meet the speakers;who s speaking;unsere referentinnen;die referenten;die referentinnen;uber die referenten;uber die referentinnen;die vortragenden;uber die speaker;speaker info;meet our speakers;unsere speakerinnen;uber unsere speaker;uber die vortragenden;wer spricht"),
  ABOUT(
      "about;about event;about this event;description;details;beschreibung;uber;about the event;worum geht s;worum geht es;worum gehts;uber das event;uber die veranstaltung;info;infos;information;informationen;welcome;willkommen;uber uns;about us;about the meetup;intro;einladung;invitation;what to expect;was euch erwartet;was dich erwartet;hello;note;notes;hinweis;hinweise;good to know;gut zu wissen;please note;wichtig;important;faq;accessibility;barrierefreiheit;what is it about;who is it for;who should attend;fur wen;zielgruppe;bitte beachten;about this meetup;event details;details zur veranstaltung;level;sprache;language;eintritt;entry;kosten;cost;price;preis;admission;teilnahme;parking;parken;ps;event description;uber dieses event;uber dieses meetup;what you will learn;why attend;attendance"),
  ZONE("time zone;timezone;zeitzone");

  private static final Map<String, Label> BY_WORDS = new HashMap<>();

  static {
    for (Label label : values()) {
      for (String phrase : label.phrases.split(";")) {
        BY_WORDS.put(phrase, label);
      }
    }
  }

  private static final Map<String, Label> BY_EMOJI =
      Map.ofEntries(
          Map.entry("📍", VENUE),
          Map.entry("🏢", VENUE),
          Map.entry("🗺", VENUE),
          Map.entry("📌", VENUE),
          Map.entry("📅", WHEN),
          Map.entry("🗓", WHEN),
          Map.entry("📆", WHEN),
          Map.entry("⏰", WHEN),
          Map.entry("🕕", WHEN),
          Map.entry("🕖", WHEN),
          Map.entry("🕡", WHEN),
          Map.entry("🕢", WHEN),
          Map.entry("⏱", WHEN),
          Map.entry("🕐", WHEN),
          Map.entry("🕒", WHEN),
          Map.entry("🕓", WHEN),
          Map.entry("🕔", WHEN),
          Map.entry("🕗", WHEN),
          Map.entry("🕘", WHEN),
          Map.entry("👥", CAPACITY),
          Map.entry("🪑", CAPACITY),
          Map.entry("💻", ONLINE),
          Map.entry("📺", ONLINE),
          Map.entry("🎥", ONLINE),
          Map.entry("🏠", HOST),
          Map.entry("🙏", SPONSOR));

  private static final List<String> OPENINGS =
      List.of(
          "hosted by ",
          "sponsored by ",
          "organized by ",
          "organised by ",
          "supported by ",
          "gesponsert von ",
          "unterstützt von ",
          "organisiert von ",
          "powered by ",
          "veranstaltet von ");

  private final String phrases;

  Label(String phrases) {
    this.phrases = phrases;
  }

  /**
   * A label at the beginning of a line.
   *
   * @param value the rest of the line; empty for the heading of a section
   * @param words the label itself
   */
  public record Found(Label label, String value, String words) {}

  /** Whether the emoji is a clock or a calendar. */
  public static boolean isOfTime(String emoji) {
    return BY_EMOJI.get(emoji.replace("\uFE0F", "")) == WHEN;
  }

  /** The label that the line has by a colon, a question mark, or because nothing else is in it. */
  public static @Nullable Found in(Line line) {
    String text = line.text();
    int colon = colon(text);
    if (colon > 0) {
      Label label = named(text.substring(0, colon));
      if (label != null) {
        return new Found(label, text.substring(colon + 1).strip(), text.substring(0, colon));
      }
    }
    Found opened = opened(text);
    if (opened != null) {
      return opened;
    }
    if (text.length() <= 60) {
      Label label = named(text);
      if (label != null && (line.isHeading() || isSection(label, text) || text.endsWith(":"))) {
        return new Found(label, "", text);
      }
    }
    if (line.cells().size() == 2 && named(line.cells().getFirst()) != null) {
      Label label = named(line.cells().getFirst());
      return label == null ? null : new Found(label, line.cells().get(1), line.cells().getFirst());
    }
    if (!line.emoji().isEmpty() && colon < 0) {
      Label label = BY_EMOJI.get(line.emoji().replace("\uFE0F", ""));
      if (label != null) {
        return new Found(label, text, "");
      }
    }
    return null;
  }

  /** "Sponsored by Example", without a colon. */
  private static @Nullable Found opened(String text) {
    if (Words.of(text).size() > 10
        || Words.isProse(text) && !text.endsWith(".") && !text.endsWith(")")) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    for (String opening : OPENINGS) {
      if (lower.startsWith(opening) && text.length() > opening.length()) {
        Label label = named(opening);
        return label == null
            ? null
            : new Found(
                label,
                text.substring(opening.length()).strip(),
                text.substring(0, opening.length()));
      }
    }
    return null;
  }

  /** The label that these words name, or one of several in two languages; or null. */
  public static @Nullable Label named(String text) {
    if (text.length() > 60) {
      return null;
    }
    if (text.indexOf('/') > 0) {
      Label whole = BY_WORDS.get(Words.key(text));
      for (String part : whole == null ? text.split("/") : new String[0]) {
        Label one = BY_WORDS.get(Words.key(part));
        if (one != null) {
          return one;
        }
      }
    }
    int open = text.indexOf('(');
    String key = Words.key(open > 2 ? text.substring(0, open) : text);
    Label label = BY_WORDS.get(Words.key(text));
    label = label == null ? BY_WORDS.get(key) : label;
    if (label != null) {
      return label;
    }
    int last = key.lastIndexOf(' ');
    boolean isNumbered =
        last > 0 && key.length() - last <= 3 && Character.isDigit(key.charAt(last + 1));
    Label numbered = isNumbered ? BY_WORDS.get(key.substring(0, last)) : null;
    return numbered == TALK || numbered == SPEAKER || numbered == ABSTRACT || numbered == TITLE
        ? numbered
        : null;
  }

  /** A word alone on its line names a section, but some words are contents as well. */
  private static boolean isSection(Label label, String text) {
    return switch (label) {
      case AGENDA,
          DETAILS,
          SPEAKERS,
          VENUE,
          ADDRESS,
          SPONSOR,
          HOST,
          BIO,
          ABSTRACT,
          CONDUCT,
          RSVP,
          WHEN,
          ONLINE,
          CAPACITY,
          SPEAKER ->
          Character.isUpperCase(text.codePointAt(0)) || text.equals(text.toLowerCase(Locale.ROOT));
      case ABOUT -> text.length() > 4;
      case TITLE, START, END, DOORS, FOOD, RSVP_BY, ROLE, ORGANIZATION, TALK, ZONE -> false;
    };
  }

  private static int colon(String text) {
    int limit = Math.min(text.length(), 45);
    for (int i = 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ':'
              && (i + 1 == text.length()
                  || text.charAt(i + 1) == ' '
                  || !Character.isDigit(text.charAt(i + 1)))
          || c == '：'
          || c == '?' && i + 1 < text.length() && text.charAt(i + 1) == ' ' && i < 12
          || c == '?' && i + 1 == text.length() && i < 24) {
        return i;
      }
      boolean isDash = (c == '–' || c == '—' || c == '-') && text.charAt(i - 1) == ' ' && i < 22;
      if (isDash) {
        Label label = named(text.substring(0, i));
        return label == VENUE
                || label == WHEN
                || label == HOST
                || label == SPONSOR
                || label == SPEAKER
                || label == CAPACITY
            ? i
            : -1;
      }
    }
    return -1;
  }
}
