package org.doorsopen.schedule.drafts;

/**
 * The strong ETag of a meetup (RFC 9110, 8.8.3). It has both numbers because both change the answer
 * to a GET; an edit only has to have seen the edit before it.
 */
public record EntityTag(int edit, int version) {

  @Override
  public String toString() {
    return "\"%d-%d\"".formatted(edit, version);
  }
}
