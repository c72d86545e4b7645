package org.doorsopen.schedule.imports.domain.text.words;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words with a meaning in announcements, in both languages; folded as {@link Words#folded}. */
public final class Vocabulary {

  private static final List<List<String>> MONTHS =
      List.of(
          words("january jan januar janner jaenner"),
          words("february feb februar febr"),
          words("march mar marz maerz mrz"),
          words("april apr"),
          words("may mai"),
          words("june jun juni"),
          words("july jul juli"),
          words("august aug"),
          words("september sep sept"),
          words("october oct oktober okt"),
          words("november nov"),
          words("december dec dezember dez"));

  private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

  public static final Set<String> DOORS =
      set(
          "registrierung doors door einlass arrival arrive arriving arrivals checkin eintreffen ankommen ankunft"
              + " registration turoffnung admission akkreditierung");
  public static final Set<String> REMARKS =
      set(
          "welcome opening intro introduction introductions remarks begrussung willkommen"
              + " eroffnung einfuhrung closing verabschiedung abschluss abschied announcements"
              + " housekeeping kickoff kick wrapup wrap news ansage ansagen moderation vorstellungsrunde"
              + " greeting greetings schlusswort schlussworte abschlussrunde feedbackrunde outro goodbye farewell raffle verlosung hello hallo"
              + " organisatorisches orga grusswort grussworte begruessung eroeffnung einfuehrung intros");
  public static final Set<String> BREAK =
      set(
          "stretch sandwiches break pauze pausa pause breaks pausen pizzapause kaffeepause coffee lunch intermission kaffee"
              + " mittagspause snack snacks pizza dinner food essen buffet umbaupause imbiss"
              + " abendessen catering brotzeit mittagessen erfrischungen refreshments breather");
  public static final Set<String> SOCIAL =
      set(
          "networking network networken vernetzen vernetzung social socializing socialising socialize socialise"
              + " drinks beer beers bier mingle mingling hangout hang hanging ausklang afterparty austausch"
              + " party chat chatting beisammensein getogether gettogether getranke fingerfood wein"
              + " wine apero aperitif umtrunk feierabendbier quatschen schnacken open-end openend mixer"
              + " plaudern klonschnack gluhwein punsch mulled borrel quiz karaoke barbecue grillen bar pub kneipe afterwork hallway");
  public static final Set<String> TALK =
      set(
          "talk talks keynote vortrag vortrage lightning panel workshop demo session fireside"
              + " podiumsdiskussion podium impuls impulsvortrag kurzvortrag lightningtalks lightningtalk blitzvortrag"
              + " blitzvortrage presentation prasentation discussion diskussion livedemo hauptvortrag erfahrungsbericht"
              + " tutorial coding kata ama");
  public static final Set<String> ENDS =
      set(
          "close end ende schluss finish fin feierabend;doors close;doors closing;venue closes;end of event"
              + ";ende der veranstaltung;veranstaltungsende;the end;closing time;end of meetup"
              + ";event ends;we close;ladenschluss;ende offiziell;official end;lights out;out;end of the event");
  public static final Set<String> STARTS =
      set(
          "start beginn begin anfang los;los gehts;los geht s;programmbeginn;program starts;event starts;wir starten;we start;offizieller beginn;kickoff");

  /** What sponsors give. */
  public static final Set<String> GIFTS =
      set(
          "pizza pizzas drinks drink beverages beer beers food snacks venue location space room"
              + " catering getranke essen bier raume raumlichkeiten raum stickers sticker goodies swag"
              + " coffee kaffee mate softdrinks wine wein burger burgers buffet dinner refreshments"
              + " verpflegung prizes preise license licenses lizenzen fingerfood tacos sushi breze brezen"
              + " brezn kuchen cake sandwiches stream streaming recording t-shirts tshirts shirts falafel"
              + " pasta empanadas books bucher verlosung giveaways tickets snack brote brotchen sausages"
              + " curry salads vegan limo cookies rooms halls saal halle pretzels bbq dessert icecream"
              + " donuts kartoffelsalat obst fruit tea tee wasser water hardware imbiss biscuits gluhwein lebkuchen punsch kekse soup soups suppe eintopf pastries");

  public static final Set<String> ROLES =
      set(
          "engineer developer manager lead architect cto ceo cio coo ciso founder cofounder advocate"
              + " consultant entwickler entwicklerin berater beraterin leiter leiterin professor prof head"
              + " sre devops researcher student studentin freelancer freelance evangelist scientist"
              + " designer owner director maintainer vp principal staff senior junior programmer"
              + " analyst dev indie admin administrator teamlead ingenieur ingenieurin architektin coach trainer"
              + " organizer organisator organisatorin host moderator author autor autorin doktorand"
              + " doktorandin phd postdoc intern contributor specialist expert expertin experte"
              + " freiberufler freiberuflerin freiberuflich freelancing independent selbststandig specialist"
              + " technologist strategist editor teacher lecturer operator sysadmin tester qa president"
              + " chair ambassador fellow partner geschaftsfuhrer geschaftsfuhrerin grunder grunderin"
              + " wissenschaftler wissenschaftlerin mitarbeiter mitarbeiterin werkstudent werkstudentin"
              + " dba dbre produktmanager produktmanagerin projektleiter projektleiterin"
              + " journalist lawyer anwalt anwaltin attorney technikerin techniker hacker officer");

  public static final Set<String> SEATS =
      set(
          "seats seat spots spot places platze plaetze sitzplatze sitzplaetze tickets slots stuhle chairs teilnehmerplatze");
  public static final Set<String> PEOPLE =
      set(
          "people persons personen leute attendees participants teilnehmer teilnehmende teilnehmenden teilnehmern teilnehmerinnen menschen folks visitors besucher gaste");
  public static final Set<String> LIMITS =
      set(
          "limited limit max maximal maximum capacity kapazitat begrenzt beschrankt only nur hochstens bis up room platz space fits fit fasst passen limitiert maximale insgesamt total holds cap capped available");

  /** Words that carry no content of their own. */
  public static final Set<String> LITTLE =
      set(
          "the a an and or of to at in on by for from with is are be was will you your we our us it its this that as so if"
              + " der die das den dem des ein eine einen einem einer und oder von vom zu zum zur im in am an auf bei mit fur ist sind"
              + " wird werden wir uns euch ihr du dich dir sich es als auch noch wo wer was wie wann dann nur hier there here when where who what"
              + " uhr pm am h hrs cet cest mez mesz utc gmt oclock min mins minutes minuten um ab bis until till ca approx"
              + " talk vortrag speaker speakers sprecher sprecherin referent referentin referenten title titel abstract when where wann wo"
              + " presented kindly please bitte via per not no kein keine can has have been about uber ueber more"
              + " gegen etwa around year jahr dr w s t re ve ll d st nd rd th their them they hosted sponsored sponsor sponsors host hosts"
              + " thanks thank danke dank friends team proudly just then now all");

  private Vocabulary() {}

  public static boolean isMonth(String word) {
    return month(word) > 0;
  }

  /** From 1 to 12; 0 for another word. */
  public static int month(String word) {
    String folded = Words.folded(word);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).contains(folded)) {
        return i + 1;
      }
    }
    return 0;
  }

  public static @Nullable DayOfWeek weekday(String word) {
    return WEEKDAYS.get(word);
  }

  public static String nameOf(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  public static boolean isCalendarWord(String word) {
    return isMonth(word) || WEEKDAYS.containsKey(word);
  }

  private static Map<String, DayOfWeek> weekdays() {
    var days = new HashMap<String, DayOfWeek>();
    String[] names = {
      "monday mon montag mo", "tuesday tue tues dienstag di", "wednesday wed mittwoch mi",
      "thursday thu thur thurs donnerstag do", "friday fri freitag fr",
          "saturday sat samstag sa sonnabend",
      "sunday sun sonntag so"
    };
    for (int i = 0; i < names.length; i++) {
      for (String name : names[i].split(" ")) {
        days.put(name, DayOfWeek.of(i + 1));
      }
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(Words.folded(day.getDisplayName(TextStyle.FULL, Locale.GERMAN)) + "s", day);
    }
    return Map.copyOf(days);
  }

  private static List<String> words(String names) {
    return List.of(names.split(" "));
  }

  /** Words, or phrases where there are semicolons. */
  public static Set<String> set(String text) {
    var all = new HashSet<String>();
    for (String phrase : text.split(";")) {
      if (text.indexOf(';') >= 0
          && phrase.indexOf(' ') >= 0
          && !phrase.equals(text.split(";")[0])) {
        all.add(phrase.strip());
      } else {
        all.addAll(Arrays.asList(phrase.strip().split(" +")));
      }
    }
    return Set.copyOf(all);
  }
}
