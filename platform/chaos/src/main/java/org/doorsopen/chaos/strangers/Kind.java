package org.doorsopen.chaos.strangers;

import java.util.Optional;

/** The ways in which a stranger holds a connection: how it begins, and what drips in afterwards. */
enum Kind {
  SILENT("nothing at all", "", Optional.empty()),
  UNFINISHED_HEADER("a header that stops", "GET / HTTP/1.1\r\nX-Endless: ", Optional.empty()),
  ENDLESS_HEADER("a header byte by byte", "GET / HTTP/1.1\r\nX-Endless: ", Optional.of("a")),
  ENDLESS_LINES("header lines without end", "GET / HTTP/1.1\r\n", Optional.of("X: y\r\n")),
  SLOW_BODY(
      "a body byte by byte",
      Rsvp.BEGIN + "Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n{",
      Optional.of(" ")),
  LOST_BODY(
      "a body that does not come",
      Rsvp.BEGIN + "Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n",
      Optional.empty()),
  LARGE_BODY(
      "a body of 256 kB, all but its end",
      Rsvp.BEGIN
          + "Content-Type: application/json\r\nContent-Length: 262144\r\n\r\n"
          + " ".repeat(260_000),
      Optional.of(" ")),
  SLOW_CHUNKS(
      "chunks byte by byte",
      Rsvp.BEGIN + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
      Optional.of("1\r\n \r\n")),
  ENDLESS_CHUNK_SIZE(
      "the size of a chunk byte by byte",
      Rsvp.BEGIN + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1;a=",
      Optional.of("a")),
  PARTS(
      "parts of a form in chunks",
      Rsvp.BEGIN
          + "Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "40\r\n--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n\r\n",
      Optional.of("4\r\naaaa\r\n")),
  DEEP_JSON(
      "a deep body",
      Rsvp.BEGIN
          + "Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n"
          + "[".repeat(4_000),
      Optional.empty()),
  BROAD_JSON(
      "a broad body",
      Rsvp.BEGIN
          + "Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n{\"a\":["
          + "[],".repeat(1_331)
          + "1",
      Optional.empty());

  /** Constants of the enumeration itself come too late for its values. */
  private static final class Rsvp {
    static final String BEGIN = "POST /api/meetups/{meetup}/rsvps HTTP/1.1\r\nHost: localhost\r\n";
  }

  private final String words;
  private final String begin;
  private final Optional<String> drop;

  Kind(String words, String begin, Optional<String> drop) {
    this.words = words;
    this.begin = begin;
    this.drop = drop;
  }

  String words() {
    return words;
  }

  String begin(String meetupId) {
    return begin.replace("{meetup}", meetupId);
  }

  /** The bytes that are sent again and again, if there are any. */
  Optional<String> drop() {
    return drop;
  }
}
