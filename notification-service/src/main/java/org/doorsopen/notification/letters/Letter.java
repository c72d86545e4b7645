package org.doorsopen.notification.letters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a mail says, in order. The text and the HTML version are both rendered from it,
 * so they say the same.
 *
 * @param language BCP 47
 * @param headline what happened, in a few words
 * @param question what is asked before anything is told, with the link that answers it
 * @param news sections before the facts: notes and changes
 * @param program sections after the facts: the agenda
 * @param advice the reason to click on {@code manage}
 * @param manage the one link to click on
 * @param signature lines that say who writes, how to reach them, and why they write
 */
record Letter(
    String language,
    String subject,
    String headline,
    String greeting,
    @Nullable Question question,
    List<String> paragraphs,
    List<Section> news,
    List<Fact> facts,
    List<Section> program,
    @Nullable String advice,
    Link manage,
    String closing,
    List<String> signature,
    @Nullable Link unsubscribe) {

  /** Read by the template, which puts a frame around all facts. */
  boolean hasFacts() {
    return !facts.isEmpty();
  }

  /**
   * @param prose one text with its lines, rather than a list
   */
  record Section(String heading, boolean prose, List<String> lines) {}

  /**
   * @param link leads to more about it
   */
  record Fact(String label, String value, @Nullable Link link) {

    /** Whether the link alone says everything, because its address is the value. */
    boolean linkAlone() {
      return link != null && link.url().equals(value);
    }
  }

  record Question(String text, Link link) {}

  record Link(String label, String url) {}
}
