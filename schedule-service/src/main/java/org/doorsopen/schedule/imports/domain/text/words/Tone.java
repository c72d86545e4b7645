package org.doorsopen.schedule.imports.domain.text.words;

import java.util.Set;

/** Tells greetings, farewells and the last words of an announcement from its contents. */
public final class Tone {

  private static final Set<String> GREETINGS =
      Set.of(
          "hi",
          "hello",
          "hey",
          "dear",
          "hallo",
          "liebe",
          "lieber",
          "moin",
          "servus",
          "guten",
          "good",
          "howdy",
          "ahoi",
          "hej",
          "greetings",
          "salut");

  private static final Set<String> FAREWELLS =
      Set.of(
          "cheers",
          "best",
          "regards",
          "grusse",
          "gruss",
          "lg",
          "vg",
          "viele",
          "liebe",
          "yours",
          "ciao",
          "thanks",
          "danke",
          "sincerely",
          "kind",
          "herzliche",
          "bis",
          "see",
          "schone",
          "beste");

  private static final Set<String> CLOSING =
      Set.of(
          "looking forward",
          "look forward",
          "see you",
          "bis dann",
          "wir freuen",
          "freuen uns",
          "rsvp",
          "register",
          "anmeld",
          "meldet euch",
          "questions",
          "fragen",
          "code of conduct",
          "verhaltenskodex",
          "sponsor",
          "thanks to",
          "danke an",
          "seats",
          "platze",
          "join us",
          "kommt vorbei",
          "please bring",
          "bitte bringt",
          "follow us",
          "folgt uns",
          "call for",
          "cfp",
          "want to speak",
          "next meetup",
          "nachste meetup",
          "slack",
          "newsletter",
          "mailing list",
          "free of charge",
          "kostenlos",
          "kostenfrei",
          "hosted by",
          "pizza",
          "drinks",
          "getranke",
          "doors",
          "please note",
          "hinweis",
          "photos",
          "fotos",
          "if you want to",
          "waitlist",
          "warteliste",
          "spread the word");

  private Tone() {}

  public static boolean isClosing(String text) {
    String key = Words.key(text.length() > 160 ? text.substring(0, 160) : text);
    return CLOSING.stream().anyMatch(phrase -> key.contains(phrase)) && Words.of(text).size() <= 45;
  }

  public static boolean isGreeting(String text) {
    String first = Words.first(text);
    return GREETINGS.contains(first)
        && Words.of(text).size() <= 12
        && !text.contains("Meetup:")
        && !first.isEmpty()
        && (text.endsWith(",") || text.endsWith("!") || Words.of(text).size() <= 6);
  }

  public static boolean isFarewell(String text) {
    String key = Words.key(text.length() > 80 ? "" : text);
    if (key.startsWith("with best")
        || key.startsWith("with kind")
        || key.startsWith("mit freundlichen")
        || key.startsWith("mit besten")
        || key.startsWith("best wishes")) {
      return true;
    }
    return FAREWELLS.contains(Words.first(text))
        && Words.of(text).size() <= 5
        && (text.endsWith(",") || text.endsWith("!") || Words.of(text).size() <= 3)
        && !text.contains(":");
  }
}
