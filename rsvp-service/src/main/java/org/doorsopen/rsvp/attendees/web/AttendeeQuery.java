package org.doorsopen.rsvp.attendees.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doorsopen.rsvp.attendees.AttendeeFilter;
import org.doorsopen.rsvp.attendees.AttendeeSort;
import org.doorsopen.rsvp.status.RsvpStatus.State;
import org.doorsopen.web.problems.FieldError;
import org.doorsopen.web.problems.InvalidFields;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an address of the list says: which RSVPs, in which order, which page. The same
 * words are in the addresses of the page, of the API and of the file.
 *
 * @param typed what is searched for
 * @param page 1 is the first
 */
record AttendeeQuery(
    @Nullable State status,
    String typed,
    boolean unreachedOnly,
    AttendeeSort sort,
    int page,
    Csv.Separator separator) {

  static final String STATUS = "status";
  static final String TYPED = "q";
  static final String MAILS = "mails";
  static final String SORT = "sort";
  static final String PAGE = "page";
  static final String SEPARATOR = "separator";

  static final String UNREACHED = "unreached";

  private static final int MAX_TYPED = 200;
  private static final int MAX_PAGE = 1_000_000;

  /** The states of a decided RSVP. */
  static final List<State> STATES =
      List.of(State.CONFIRMED, State.WAITLISTED, State.DECLINED, State.CANCELLED);

  /**
   * @param parameters further ones are passed over; an empty one is a missing one, as browsers send
   *     all fields of a form
   * @throws InvalidFields with every parameter that makes no sense
   */
  static AttendeeQuery read(Map<String, String> parameters) {
    List<FieldError> errors = new ArrayList<>();
    State status = choice(parameters, STATUS, STATES.toArray(State[]::new), errors).orElse(null);
    String typed = parameters.getOrDefault(TYPED, "").strip();
    if (typed.codePointCount(0, typed.length()) > MAX_TYPED) {
      errors.add(new FieldError(TYPED, "must have at most %d characters".formatted(MAX_TYPED)));
    }
    String mails = parameters.getOrDefault(MAILS, "");
    if (!mails.isEmpty() && !mails.equals(UNREACHED)) {
      errors.add(new FieldError(MAILS, "must be " + UNREACHED + ", or left out"));
    }
    AttendeeSort sort =
        choice(parameters, SORT, AttendeeSort.values(), errors).orElse(AttendeeSort.CAME);
    Csv.Separator separator =
        choice(parameters, SEPARATOR, Csv.Separator.values(), errors).orElse(Csv.Separator.COMMA);
    int page = page(parameters.getOrDefault(PAGE, ""), errors);
    if (!errors.isEmpty()) {
      throw new InvalidFields(errors);
    }
    return new AttendeeQuery(status, typed, !mails.isEmpty(), sort, page, separator);
  }

  private static int page(String typed, List<FieldError> errors) {
    if (typed.isEmpty()) {
      return 1;
    }
    int page = typed.matches("[0-9]{1,7}") ? Integer.parseInt(typed) : 0;
    if (page < 1 || page > MAX_PAGE) {
      errors.add(new FieldError(PAGE, "must be a whole number from 1 to " + MAX_PAGE));
    }
    return page;
  }

  private static <E extends Enum<E>> Optional<E> choice(
      Map<String, String> parameters, String name, E[] choices, List<FieldError> errors) {
    String typed = parameters.getOrDefault(name, "");
    Optional<E> chosen =
        Arrays.stream(choices).filter(choice -> word(choice).equals(typed)).findFirst();
    if (chosen.isEmpty() && !typed.isEmpty()) {
      errors.add(
          new FieldError(
              name,
              Arrays.stream(choices)
                  .map(AttendeeQuery::word)
                  .collect(Collectors.joining(", ", "must be one of ", ""))));
    }
    return chosen;
  }

  /** As it is in an address. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  AttendeeFilter filter() {
    return AttendeeFilter.of(status, typed, unreachedOnly);
  }

  AttendeeQuery with(@Nullable State other) {
    return new AttendeeQuery(other, typed, unreachedOnly, sort, 1, separator);
  }

  AttendeeQuery with(int otherPage) {
    return new AttendeeQuery(status, typed, unreachedOnly, sort, otherPage, separator);
  }

  AttendeeQuery with(Csv.Separator other) {
    return new AttendeeQuery(status, typed, unreachedOnly, sort, 1, other);
  }

  /** The query string of it, without what is the default; empty or with its question mark. */
  String inAnAddress() {
    Map<String, String> said = new LinkedHashMap<>();
    said.put(STATUS, status == null ? "" : word(status));
    said.put(TYPED, typed);
    said.put(MAILS, unreachedOnly ? UNREACHED : "");
    said.put(SORT, sort == AttendeeSort.CAME ? "" : word(sort));
    said.put(PAGE, page == 1 ? "" : Integer.toString(page));
    said.put(SEPARATOR, separator == Csv.Separator.COMMA ? "" : word(separator));
    Function<Map.Entry<String, String>, String> pair =
        entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8);
    String query =
        said.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(pair)
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }
}
