package org.doorsopen.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page of Markdown, as far as it names things.
 *
 * @param name its path from the repository's root, with slashes
 */
record Page(String name, String text) {

  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern LINK =
      Pattern.compile("\\[((?:[^\\[\\]]|\\[[^\\]]*])*)]\\(([^()\\s]+)\\)|src=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

  record Link(String label, String target) {}

  /** Links and pictures outside of blocks of code. */
  List<Link> links() {
    List<Link> links = new ArrayList<>();
    Matcher link = LINK.matcher(prose());
    while (link.find()) {
      links.add(
          link.group(3) == null
              ? new Link(link.group(1), link.group(2))
              : new Link("", link.group(3)));
    }
    return links;
  }

  /** Everything in single backticks. */
  List<String> code() {
    return CODE.matcher(prose()).results().map(code -> code.group(1)).toList();
  }

  /** Everything in backticks and, line by line, in blocks of code. */
  List<String> commands() {
    List<String> commands = new ArrayList<>(code());
    FENCE.matcher(text).results().forEach(block -> commands.addAll(block.group().lines().toList()));
    return commands;
  }

  /** The rows of its tables. */
  List<String> rows() {
    return prose().lines().filter(line -> line.startsWith("|")).toList();
  }

  /** The anchors of its headings, as the usual hosts of repositories make them. */
  Set<String> anchors() {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    Matcher heading = HEADING.matcher(prose());
    while (heading.find()) {
      String slug =
          heading
              .group(1)
              .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
              .strip()
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N}_ -]", "")
              .replace(' ', '-');
      int before = seen.merge(slug, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? slug : slug + "-" + before);
    }
    return anchors;
  }

  private String prose() {
    return FENCE.matcher(text).replaceAll("");
  }
}
