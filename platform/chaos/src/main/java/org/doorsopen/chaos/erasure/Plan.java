package org.doorsopen.chaos.erasure;

/**
 * @param people who are erased
 * @param seed of their names
 */
public record Plan(int people, long seed) {

  String inWords() {
    return "%d people get a seat and a mail, and are erased; then every file is searched for them; --seed %d"
        .formatted(people, seed);
  }
}
