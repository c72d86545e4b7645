package org.doorsopen.web.problems;

/** The body is in another charset than the one that is read; answered as 415, which names both. */
public final class OtherCharset extends RuntimeException {

  public OtherCharset(String charset) {
    super(
        "Bodies are read in UTF-8, and this one is said to be in %s.".formatted(charset),
        null,
        false,
        false);
  }
}
