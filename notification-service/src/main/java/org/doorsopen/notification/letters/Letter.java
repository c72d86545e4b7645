package org.doorsopen.notification.letters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a mail says, in order; the text and the HTML version are made of it, and so say the
 * same.
 *
 * @param language BCP 47
 * @param headline what happened, in a few words
 * @param news what comes before when and where: notes and changes
 * @param program what comes after it: the agenda
 * @param advice why one would click on {@code manage}
 * @param manage the one thing to click on
 * @param signature lines: who writes, where they are reached, why
 */
record Letter(
    String language,
    String subject,
    String headline,
    String greeting,
    List<String> paragraphs,
    List<Section> news,
    List<Fact> facts,
    List<Section> program,
    @Nullable String advice,
    Link manage,
    String closing,
    List<String> signature,
    @Nullable Link unsubscribe) {

  /** Templates ask, for what stands around all of them. */
  boolean hasFacts() {
    return !facts.isEmpty();
  }

  /**
   * @param prose one text whose line breaks are kept, rather than a list
   */
  record Section(String heading, boolean prose, List<String> lines) {}

  /**
   * @param link where there is more about it
   */
  record Fact(String label, String value, @Nullable Link link) {

    /** Whether the link says all: its address is the value. */
    boolean linkAlone() {
      return link != null && link.url().equals(value);
    }
  }

  record Link(String label, String url) {}
}
