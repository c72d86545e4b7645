package org.doorsopen.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.Optional;
import org.doorsopen.infrastructure.Mail;

/** Reads the parts of mails as they came out of the SMTP server. */
final class MailParts {

  private MailParts() {}

  /** The content of the first part of the type; the lines of a calendar are unfolded. */
  static String part(Mail mail, String type) {
    return find(mail.message(), type).orElseThrow(() -> new AssertionError("No " + type));
  }

  static boolean hasPart(Mail mail, String type) {
    return find(mail.message(), type).isPresent();
  }

  private static Optional<String> find(Part part, String type) {
    try {
      if (part.isMimeType(type)) {
        String content = new String(part.getInputStream().readAllBytes(), UTF_8);
        return Optional.of(content.replace("\r\n ", ""));
      }
      if (part.isMimeType("multipart/*")) {
        Multipart parts = (Multipart) part.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
          BodyPart inner = parts.getBodyPart(i);
          Optional<String> found = find(inner, type);
          if (found.isPresent()) {
            return found;
          }
        }
      }
      return Optional.empty();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
