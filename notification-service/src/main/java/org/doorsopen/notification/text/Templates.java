package org.doorsopen.notification.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Reads Mustache templates from the class path. Mustache was chosen for its speed: an engine that
 * takes half a millisecond for a mail takes longer than everything else about writing it.
 */
public final class Templates {

  private Templates() {}

  /** Values are escaped for elements and for attributes in double or single quotes. */
  public static Template html(String file) {
    String[][] escapes = {
      {"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}
    };
    return read(Mustache.compiler().withEscaper(Escapers.simple(escapes)), file);
  }

  public static Template text(String file) {
    return read(Mustache.compiler().escapeHTML(false), file);
  }

  private static Template read(Mustache.Compiler compiler, String file) {
    ClassLoader classes = Templates.class.getClassLoader();
    try (InputStream in = Objects.requireNonNull(classes.getResourceAsStream(file), file)) {
      return compiler.emptyStringIsFalse(false).compile(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
