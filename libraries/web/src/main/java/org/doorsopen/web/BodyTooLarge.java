package org.doorsopen.web;

/** The body is longer than the service reads; answered as 413. */
final class BodyTooLarge extends RuntimeException {

  BodyTooLarge(long limit) {
    super(detail(limit), null, false, false);
  }

  static String detail(long limit) {
    return "The body is larger than " + limit + " bytes, which is all that is read here.";
  }
}
