package org.doorsopen.chaos.inputs;

import java.util.List;
import java.util.Random;

/** Draws values that are right, nearly right, and wrong in ways that strangers think of. */
final class Draw {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "Ada Lovelace",
          "O’Brien-Müller 山田 太郎",
          "\u202Eevil",
          "\u115F",
          "\u0000",
          "\uFEFFada",
          "\uD83C\uDF55".repeat(60),
          "e\u0301".repeat(120),
          "\uFFFE\uFFFF",
          "a".repeat(5_000),
          "'; drop table meetups; --",
          "<script>alert(1)</script>",
          "${7*7} #{7*7} %s %n",
          "=1+1",
          "line\r\nBcc: everybody@example.org",
          "../../etc/passwd",
          "null",
          "true",
          "-0",
          "1e400",
          "NaN");

  private static final List<String> ADDRESSES =
      List.of(
          "ada@example.org",
          "ADA@EXAMPLE.ORG",
          "ada@straße.example",
          "ada@xn--strae-oqa.example",
          "ada",
          "ada@",
          "@example.org",
          "ada@@example.org",
          "ada@example..org",
          "a b@example.org",
          "ada@[127.0.0.1]",
          "a%b!c@example.org",
          "\"ada\"@example.org",
          "ada@example.org\r\nBcc: b@example.org",
          "a".repeat(65) + "@example.org",
          "ada@" + "a.".repeat(150) + "org",
          "\u00A0ada@example.org",
          "ada@\uD83C\uDF55.example");

  private static final List<String> TIMES =
      List.of(
          "2030-06-12T18:00:00+02:00",
          "2030-06-12T16:00:00Z",
          "2030-06-12T16:00:00.123456789Z",
          "2030-02-30T16:00:00Z",
          "2030-06-12T24:00:00Z",
          "2030-06-12",
          "18:30",
          "1969-12-31T23:59:59Z",
          "+999999999-12-31T23:59:59Z",
          "2030-03-31T02:30:00+01:00",
          "tomorrow");

  private static final List<String> ZONES =
      List.of("Europe/Berlin", "europe/berlin", "UTC", "+01:00", "Mars/Olympus", "Asia/Kathmandu");

  private static final List<String> URLS =
      List.of(
          "https://example.org/evening",
          "https://münchen.example/",
          "javascript:alert(1)",
          "http://",
          "//example.org",
          "https://example.org/" + "a".repeat(3_000),
          "ftp://example.org");

  private static final List<String> SEGMENTS =
      List.of("x", "%00", "%2e%2e", "%2F", "%ff", "%F0%9F%8D%95", "a%20b", "1", "-1", "%25", "%3B");

  private static final List<String> HEADERS =
      List.of(
          "",
          "*",
          "\"1-0\"",
          "W/\"1-0\"",
          "\"",
          "1",
          "application/json",
          "text/html",
          "text/csv;q=2",
          "*/*;q=x",
          "de-DE,de;q=0.9",
          "x".repeat(3_000),
          "en;q=1,".repeat(300),
          "00-00000000000000000000000000000000-0000000000000000-00",
          "Basic Og==",
          "0123456789abcdef");

  private final Random random;

  Draw(Random random) {
    this.random = random;
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  String text() {
    return oneIn(4) ? of(ADDRESSES) : of(TEXTS);
  }

  String address() {
    return oneIn(3) ? "ada-%d@example.org".formatted(below(1_000_000)) : of(ADDRESSES);
  }

  String time() {
    return of(TIMES);
  }

  String zone() {
    return of(ZONES);
  }

  String url() {
    return of(URLS);
  }

  String segment() {
    return of(SEGMENTS);
  }

  String header() {
    return of(HEADERS);
  }

  /** Numbers around the bounds, and far outside. */
  long number(long min, long max) {
    return switch (below(8)) {
      case 0 -> min - 1;
      case 1 -> max + 1;
      case 2 -> Long.MAX_VALUE;
      case 3 -> Long.MIN_VALUE;
      case 4 -> max;
      default -> min + (max > min ? random.nextLong(Math.min(max - min, 1_000)) : 0);
    };
  }
}
