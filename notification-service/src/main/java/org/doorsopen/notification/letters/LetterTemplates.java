package org.doorsopen.notification.letters;

import com.samskivert.mustache.Template;
import java.util.regex.Pattern;
import org.doorsopen.notification.text.Templates;
import org.springframework.stereotype.Component;

/** Renders letters as text and as HTML; the HTML escapes every value. */
@Component
class LetterTemplates {

  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

  private final Template html = Templates.html("letters/letter.html");
  private final Template text = Templates.text("letters/letter.txt");

  String html(Letter letter) {
    return html.execute(letter);
  }

  /** Never has two empty lines in a row, whatever sections are missing. */
  String text(Letter letter) {
    return EMPTY_LINES.matcher(text.execute(letter)).replaceAll("\n\n").strip() + "\n";
  }
}
