package org.doorsopen.schedule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The fields of the form on a page, as a browser would send them. */
final class FilledForm {

  private static final Pattern FORM = Pattern.compile("(?s)<form [^>]*novalidate.*?</form>");
  private static final Pattern FIELD =
      Pattern.compile(
          "(?s)<input ([^>]*)>|<textarea ([^>]*)>(.*?)</textarea>|<select ([^>]*)>(.*?)</select>");
  private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
  private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");

  private FilledForm() {}

  static Map<String, String> of(String page) {
    Matcher form = FORM.matcher(page);
    if (!form.find()) {
      throw new AssertionError("No form: " + page);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(form.group());
    while (field.find()) {
      if (field.group(1) != null) {
        put(fields, field.group(1), first(VALUE, field.group(1)));
      } else if (field.group(2) != null) {
        put(fields, field.group(2), field.group(3));
      } else {
        put(fields, field.group(4), first(CHOSEN, field.group(5)));
      }
    }
    fields.remove("_csrf");
    return fields;
  }

  private static void put(Map<String, String> fields, String attributes, String value) {
    fields.put(first(NAME, attributes), HtmlUtils.htmlUnescape(value));
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }
}
