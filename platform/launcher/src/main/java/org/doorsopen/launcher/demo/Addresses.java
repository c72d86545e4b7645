package org.doorsopen.launcher.demo;

import java.text.Normalizer;
import java.util.Locale;

/** E-mail addresses for invented people, in a domain that belongs to nobody (RFC 2606). */
final class Addresses {
  private Addresses() {}

  static String of(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    String local =
        plain.replace('ł', 'l').replace('ı', 'i').replaceAll("[^a-z ]", "").replace(' ', '.');
    return local + "@example.org";
  }
}
