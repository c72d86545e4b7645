package org.doorsopen.schedule.imports.domain.text.words;

import java.util.List;

/**
 * A line without its markup. Where a line has several breaks in HTML, each part is a line with the
 * same number.
 *
 * @param number from 1
 * @param text what a reader would see, with single spaces
 * @param heading 1 to 6 as in Markdown; 0 is none
 * @param isBold whether all of it is set in bold, which makes it a heading mostly
 * @param indent spaces before it
 * @param cells of a row of a table, at least two; else empty
 * @param links addresses that the text does not show any more
 * @param emoji the one in front, or empty
 */
public record Line(
    int number,
    String text,
    int heading,
    boolean isBold,
    boolean isBullet,
    int indent,
    List<String> cells,
    List<String> links,
    String emoji) {

  public Line {
    cells = List.copyOf(cells);
    links = List.copyOf(links);
  }

  public boolean isBlank() {
    return text.isEmpty();
  }

  /** Nothing but a rule, or the one between head and body of a table. */
  public boolean isRule() {
    return text.length() >= 3 && text.chars().allMatch(c -> "-=_*~–—#+.·•|: ─━═".indexOf(c) >= 0);
  }

  public boolean isHeading() {
    return heading > 0 || isBold;
  }

  public Line withText(String other) {
    return new Line(number, other, heading, isBold, isBullet, indent, cells, links, emoji);
  }

  public Line withCells(List<String> others) {
    return new Line(number, text, heading, isBold, isBullet, indent, others, links, emoji);
  }

  public Line asHeading() {
    return new Line(number, text, 2, isBold, isBullet, indent, cells, links, emoji);
  }
}
