package org.doorsopen.notification.mails;

import org.jspecify.annotations.Nullable;

/**
 * What a mail says beyond its kind and what is known anyway when it is sent. Never a name or an
 * address.
 *
 * @param position on the waitlist when that was decided
 * @param reason the name of the reason for a refusal or a release
 * @param since the version of the schedule after which the announced publications begin
 * @param reminder which one it is
 */
public record MailFacts(
    @Nullable Integer position,
    @Nullable String reason,
    @Nullable Integer since,
    @Nullable String reminder) {

  public static final MailFacts NONE = new MailFacts(null, null, null, null);

  public static MailFacts position(int position) {
    return new MailFacts(position, null, null, null);
  }

  public static MailFacts reason(String reason) {
    return new MailFacts(null, reason, null, null);
  }

  public static MailFacts since(int version) {
    return new MailFacts(null, null, version, null);
  }

  public static MailFacts reminder(String id) {
    return new MailFacts(null, null, null, id);
  }
}
