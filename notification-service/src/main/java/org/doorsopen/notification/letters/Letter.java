package org.doorsopen.notification.letters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a mail says, in order; the text and the HTML version are made of it, and so say the
 * same.
 *
 * @param language BCP 47
 * @param news what comes before when and where: notes and changes
 * @param program what comes after it: the agenda
 */
record Letter(
    String language,
    String subject,
    String greeting,
    List<String> paragraphs,
    List<Section> news,
    List<Fact> facts,
    List<Section> program,
    String link,
    String linkLabel,
    String closing,
    String footer) {

  /**
   * @param prose one text whose line breaks are kept, rather than a list
   */
  record Section(String heading, boolean prose, List<String> lines) {}

  record Fact(String label, String value, @Nullable String url) {}
}
