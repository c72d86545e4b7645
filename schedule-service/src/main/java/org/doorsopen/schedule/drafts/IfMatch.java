package org.doorsopen.schedule.drafts;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The versions of a draft that a client says it has seen (RFC 9110, 13.1.1). A publication in
 * between does no harm to an edit, so only the edit of an ETag counts. {@code *} matches any draft.
 *
 * <p>A weak tag matches like a strong one, and so does one with an ending, such as {@code
 * "3-1-gzip"}: proxies that compress an answer change its tag so, and the tag is a counter, which
 * says as much as before. The RFC would have a weak tag match nothing, for ever.
 */
public final class IfMatch {

  private static final Pattern TAG =
      Pattern.compile("\\G[ \\t]*(?:(?:W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"[ \\t]*)?(?:,|$)");
  private static final Pattern OURS =
      Pattern.compile("(\\d{1,9})-\\d{1,9}([-;:+]{1,2}[a-z][a-z0-9]{1,9})?");

  private final boolean any;
  private final Set<Integer> edits;

  private IfMatch(boolean any, Set<Integer> edits) {
    this.any = any;
    this.edits = edits;
  }

  /** Refuses a missing header with 428 (RFC 6585), a malformed one with 400. */
  static IfMatch required(@Nullable String header) {
    if (header == null || header.isBlank()) {
      throw new ResponseStatusException(
          HttpStatus.PRECONDITION_REQUIRED,
          "Send If-Match with the ETag of the meetup as you have seen it.");
    }
    return parse(header);
  }

  /** The one edit that somebody has seen, by its number. */
  public static IfMatch of(String edit) {
    return new IfMatch(false, Set.of(Integer.valueOf(edit)));
  }

  /** Without the header, anything matches. */
  public static IfMatch optional(@Nullable String header) {
    return header == null || header.isBlank() ? new IfMatch(true, Set.of()) : parse(header);
  }

  /** Refuses with 412 if the draft was edited since. */
  public void check(Draft draft) {
    if (!any && !edits.contains(draft.edit())) {
      throw new ResponseStatusException(
          HttpStatus.PRECONDITION_FAILED,
          "The meetup was edited since you read it; its ETag is now "
              + draft.tag()
              + ". Read it again and redo the change.");
    }
  }

  private static IfMatch parse(String header) {
    if (header.strip().equals("*")) {
      return new IfMatch(true, Set.of());
    }
    Set<Integer> edits = new HashSet<>();
    Matcher tag = TAG.matcher(header);
    int end = 0;
    while (end < header.length() && tag.find()) {
      end = tag.end();
      Matcher ours = OURS.matcher(Objects.requireNonNullElse(tag.group(1), ""));
      if (ours.matches()) {
        edits.add(Integer.valueOf(ours.group(1)));
      }
    }
    if (end < header.length()) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "If-Match must be * or ETags in double quotes, such as \"3-1\".");
    }
    return new IfMatch(false, edits);
  }
}
