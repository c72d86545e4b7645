package org.doorsopen.schedule.drafts;

/**
 * The strong ETag of a meetup (RFC 9110, 8.8.3). Both numbers are in it because both change what a
 * GET shows; what an edit must have seen is the edit before it only.
 */
record EntityTag(int edit, int version) {

  @Override
  public String toString() {
    return "\"%d-%d\"".formatted(edit, version);
  }
}
