package org.doorsopen.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** Whether everybody can use a page, as far as a program can tell. */
final class Axe {
  private Axe() {}

  static void findsNothingOn(Page page) {
    AxeRunOptions options = new AxeRunOptions();
    // Each element that it has nothing to say about would be told here as well.
    options.setResultTypes(List.of("violations"));
    // Otherwise it opens another page, and itself in it a second time, to put together the parts of
    // a page with frames; ours have none.
    AxeBuilder axe = new AxeBuilder(page).options(options).setLegacyMode(true);
    List<Rule> violations = axe.analyze().getViolations();
    assertThat(violations)
        .as("violations that axe finds on %s", page.title())
        .extracting(rule -> rule.getId() + ": " + rule.getNodes())
        .isEmpty();
  }
}
