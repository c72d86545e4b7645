package org.doorsopen.schedule.imports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of a page as somebody would copy it, with marks for headings, lists and tables. */
final class PageText implements NodeVisitor {

  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "nav",
          "footer",
          "svg",
          "head",
          "button",
          "select",
          "form",
          "iframe",
          "aside");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "header",
          "main",
          "ul",
          "ol",
          "li",
          "table",
          "tr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "br",
          "dl",
          "dt",
          "dd",
          "blockquote",
          "pre",
          "figure",
          "address",
          "body",
          "details",
          "summary",
          "time");

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int unseen;

  private PageText() {}

  static List<String> of(Element element) {
    PageText text = new PageText();
    element.traverse(text);
    text.end();
    while (!text.lines.isEmpty() && text.lines.getLast().isBlank()) {
      text.lines.removeLast();
    }
    return text.lines;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      if (unseen == 0) {
        line.append(words.text());
      }
      return;
    }
    String name = node.normalName();
    if (UNSEEN.contains(name)) {
      unseen++;
    } else if (unseen == 0 && BLOCKS.contains(name) && !name.equals("time")) {
      end();
      line.append(mark(name));
    } else if (unseen == 0
        && (name.equals("td") || name.equals("th"))
        && !line.isEmpty()
        && !line.toString().isBlank()) {
      line.append(" | ");
    }
  }

  @Override
  public void tail(Node node, int depth) {
    String name = node.normalName();
    if (UNSEEN.contains(name)) {
      unseen = Math.max(0, unseen - 1);
    } else if (unseen == 0 && BLOCKS.contains(name) && !name.equals("br") && !name.equals("time")) {
      end();
      boolean isApart =
          name.equals("p")
              || name.startsWith("h")
              || name.equals("ul")
              || name.equals("ol")
              || name.equals("table")
              || name.equals("section");
      if (isApart && !lines.isEmpty() && !lines.getLast().isEmpty()) {
        lines.add("");
      }
    }
  }

  private static String mark(String name) {
    return switch (name) {
      case "h1" -> "# ";
      case "h2" -> "## ";
      case "h3", "h4", "h5", "h6" -> "### ";
      case "li" -> "- ";
      default -> "";
    };
  }

  private void end() {
    String text = line.toString().strip();
    line.setLength(0);
    boolean isMark = text.equals("-") || !text.isEmpty() && text.chars().allMatch(c -> c == '#');
    if (!text.isEmpty() && !isMark) {
      lines.add(text);
    }
  }
}
