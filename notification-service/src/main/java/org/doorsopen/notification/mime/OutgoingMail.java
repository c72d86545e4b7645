package org.doorsopen.notification.mime;

import java.util.UUID;
import org.doorsopen.calendar.CalendarEntry;
import org.doorsopen.notification.mails.MailKind;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it goes out. It exists only while it is being sent.
 *
 * @param unsubscribeUrl a POST to it stops mails of this kind; null if they cannot be stopped
 */
public record OutgoingMail(
    UUID id,
    MailKind kind,
    String rsvpId,
    Addressee to,
    Content content,
    @Nullable String unsubscribeUrl) {

  public String toAddress() {
    return to.email();
  }

  public record Addressee(String name, String email) {}

  /**
   * @param text says the same as {@code html}
   */
  public record Content(
      String subject,
      String text,
      String html,
      @Nullable CalendarPart calendar,
      @Nullable Attachment attachment) {

    public Content(String subject, String text, String html, @Nullable CalendarPart calendar) {
      this(subject, text, html, calendar, null);
    }
  }

  /**
   * A file for programs.
   *
   * @param name in ASCII, without spaces
   * @param type a media type whose content is UTF-8
   */
  public record Attachment(String name, String type, String content) {}

  /**
   * @param method of the calendar, which the MIME part repeats
   */
  public record CalendarPart(CalendarEntry.Method method, String content) {}
}
