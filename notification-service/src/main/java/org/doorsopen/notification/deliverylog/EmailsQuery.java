package org.doorsopen.notification.deliverylog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailLog;
import org.doorsopen.notification.mails.MailStatus;
import org.doorsopen.web.problems.FieldError;
import org.doorsopen.web.problems.InvalidFields;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the delivery log is asked for.
 *
 * @param before only mails with a smaller number
 */
record EmailsQuery(
    @Nullable String meetupId,
    @Nullable String rsvpId,
    @Nullable MailStatus status,
    @Nullable MailKind kind,
    boolean heldBack,
    long before,
    int limit) {

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 500;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,100}");
  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /**
   * @throws InvalidFields naming every wrong parameter
   */
  static EmailsQuery parse(
      @Nullable String meetupId,
      @Nullable String rsvpId,
      @Nullable String status,
      @Nullable String kind,
      @Nullable String heldBack,
      @Nullable String next,
      @Nullable String limit) {
    List<FieldError> errors = new ArrayList<>();
    if (meetupId != null && !ID.matcher(meetupId).matches()) {
      errors.add(new FieldError("meetupId", "must be the id of a meetup"));
    }
    if (rsvpId != null && !UUID_TEXT.matcher(rsvpId).matches()) {
      errors.add(new FieldError("rsvpId", "must be the id of an RSVP, a UUID"));
    }
    MailStatus ofStatus = oneOf(MailStatus.class, "status", status, errors);
    MailKind ofKind = oneOf(MailKind.class, "kind", kind, errors);
    if (heldBack != null && !heldBack.equals("true")) {
      errors.add(new FieldError("heldBack", "must be true, or left out"));
    }
    long before = number("next", next, Long.MAX_VALUE, Long.MAX_VALUE, errors);
    long size = number("limit", limit, DEFAULT_LIMIT, MAX_LIMIT, errors);
    if (!errors.isEmpty()) {
      throw new InvalidFields(errors);
    }
    return new EmailsQuery(
        meetupId, lowerCase(rsvpId), ofStatus, ofKind, heldBack != null, before, (int) size);
  }

  /**
   * The status of mails that can be tried again; FAILED if none is asked for.
   *
   * @throws InvalidFields if another status is asked for
   */
  MailStatus givenUp() {
    return switch (status) {
      case null -> MailStatus.FAILED;
      case FAILED, MISSED -> status;
      case QUEUED, SENDING, SENT ->
          throw new InvalidFields(
              List.of(new FieldError("status", "must be FAILED or MISSED, or left out")));
    };
  }

  MailLog.Filter filter() {
    return new MailLog.Filter(meetupId, rsvpId, status, kind, heldBack);
  }

  private static <E extends Enum<E>> @Nullable E oneOf(
      Class<E> type, String name, @Nullable String text, List<FieldError> errors) {
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    if (text != null) {
      String all =
          Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
      errors.add(new FieldError(name, "must be one of " + all));
    }
    return null;
  }

  private static long number(
      String name, @Nullable String text, long usual, long max, List<FieldError> errors) {
    if (text == null) {
      return usual;
    }
    if (text.matches("\\d{1,18}")) {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= max) {
        return number;
      }
    }
    String rule =
        max == Long.MAX_VALUE
            ? "must be what the page before gave"
            : "must be a number from 1 to " + max;
    errors.add(new FieldError(name, rule));
    return usual;
  }

  private static @Nullable String lowerCase(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }
}
