package org.doorsopen.notification.letters;

import com.samskivert.mustache.Template;
import org.doorsopen.notification.text.Templates;
import org.springframework.stereotype.Component;

/** Renders letters as text and as HTML; the HTML escapes every value. */
@Component
class LetterTemplates {

  private final Template html = Templates.html("letters/letter.html");
  private final Template text = Templates.text("letters/letter.txt");

  String html(Letter letter) {
    return html.execute(letter);
  }

  /** Never has two empty lines in a row, whatever sections are missing. */
  String text(Letter letter) {
    String all = text.execute(letter).strip();
    StringBuilder lines = new StringBuilder(all.length() + 1);
    int breaks = 0;
    for (int i = 0; i < all.length(); i++) {
      char character = all.charAt(i);
      breaks = character == '\n' ? breaks + 1 : 0;
      if (breaks <= 2) {
        lines.append(character);
      }
    }
    return lines.append('\n').toString();
  }
}
