package org.doorsopen.schedule.imports.domain.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.doorsopen.schedule.imports.domain.ImportedItem;
import org.doorsopen.schedule.imports.domain.ImportedMeetup;
import org.doorsopen.schedule.imports.domain.text.words.Line;
import org.doorsopen.schedule.imports.domain.text.words.Markup;
import org.doorsopen.schedule.imports.domain.text.words.Vocabulary;
import org.doorsopen.schedule.imports.domain.text.words.Words;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.doorsopen.schedule.meetups.domain.Sponsor;
import org.jspecify.annotations.Nullable;

/**
 * Finds words of lines that were used which are in no field: nothing that people wrote goes away
 * without being named.
 */
final class Leftovers {

  private Leftovers() {}

  /**
   * @param absorbed words that were understood and not kept, by line
   * @return the words by line, for lines that have any
   */
  static Map<Integer, String> of(
      ImportedMeetup meetup,
      List<String> lines,
      Set<Integer> used,
      Set<Integer> rejected,
      Map<Integer, String> absorbed) {
    Set<String> kept = words(meetup);
    var left = new TreeMap<Integer, String>();
    for (int number : used) {
      var gone = new ArrayList<String>();
      Set<String> here = new HashSet<>(Words.of(absorbed.getOrDefault(number, "")));
      for (String word : shown(number, lines.get(number - 1))) {
        if (word.length() > 2
            && gone.size() < 12
            && !isTime(word)
            && !kept.contains(word)
            && !here.contains(word)
            && !Vocabulary.LITTLE.contains(word)
            && !Vocabulary.TALK.contains(word)
            && !Vocabulary.isCalendarWord(word)) {
          gone.add(word);
        }
      }
      if (!gone.isEmpty()) {
        left.put(number, String.join(" ", gone));
      }
    }
    return left;
  }

  private static List<String> shown(int number, String raw) {
    var words = new ArrayList<String>();
    for (Line line : Markup.lines(number, raw)) {
      words.addAll(Words.of(line.text()));
      line.links().forEach(link -> words.addAll(Words.of(link)));
    }
    return words;
  }

  private static boolean isTime(String word) {
    return Character.isDigit(word.charAt(0));
  }

  private static Set<String> words(ImportedMeetup meetup) {
    var kept = new HashSet<String>();
    add(meetup.title(), kept);
    add(meetup.description(), kept);
    add(meetup.venueName(), kept);
    add(meetup.venueAddress(), kept);
    add(meetup.venueUrl(), kept);
    add(meetup.onlineUrl(), kept);
    add(meetup.timeZone(), kept);
    add(meetup.codeOfConductUrl(), kept);
    for (Host host : meetup.hosts()) {
      add(host.name(), kept);
      add(host.url(), kept);
    }
    for (Sponsor sponsor : meetup.sponsors()) {
      add(sponsor.name(), kept);
      add(sponsor.contribution(), kept);
      add(sponsor.url(), kept);
    }
    for (ImportedItem item : meetup.agenda()) {
      add(item.title(), kept);
      add(item.abstractText(), kept);
      for (Speaker speaker : item.speakers()) {
        add(speaker.name(), kept);
        add(speaker.role(), kept);
        add(speaker.organization(), kept);
      }
    }
    return kept;
  }

  private static void add(@Nullable String text, Set<String> kept) {
    if (text != null) {
      kept.addAll(Words.of(text));
    }
  }
}
