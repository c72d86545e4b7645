package org.doorsopen.web.problems;

/** The body is longer than the service reads; answered as 413. */
public final class BodyTooLarge extends RuntimeException {

  public BodyTooLarge(long limit) {
    super(detail(limit), null, false, false);
  }

  public static String detail(long limit) {
    return "The body is larger than " + limit + " bytes, which is all that is read here.";
  }
}
