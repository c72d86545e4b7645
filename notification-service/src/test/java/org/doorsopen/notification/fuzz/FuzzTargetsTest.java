package org.doorsopen.notification.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.doorsopen.calendar.FoldingFuzz;
import org.doorsopen.fixtures.Mutations;
import org.doorsopen.identity.TokenFuzz;
import org.doorsopen.identity.address.AddressFuzz;
import org.doorsopen.notification.mime.QuotedPrintableFuzz;
import org.doorsopen.web.body.JsonFuzz;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pure parsers of attacked texts, which {@code ./doors fuzz} tries with Jazzer, here with
 * inputs from a seed, in a second. All but one of them are in libraries that this service has; that
 * one is beside its own parser. A finding becomes one of the texts that its target begins with.
 */
class FuzzTargetsTest {

  private static final int INPUTS = 3_000;

  /**
   * @param begins texts that are right or nearly, and those that were found to be none
   */
  record Target(Class<?> type, Consumer<byte[]> takes, List<String> begins) {

    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  static Stream<Target> targets() {
    return Stream.of(
        new Target(
            AddressFuzz.class,
            AddressFuzz::fuzzerTestOneInput,
            List.of(
                "ada@example.org",
                "a.b+c@sub.example.org",
                "zoë@bücher.example",
                "eva@straße.de",
                "x@xn--bcher-kva.example",
                "a@[192.0.2.7]",
                "\"a b\"@example.org",
                "a@\u0645\u062b\u0627\u0644.example")),
        new Target(
            TokenFuzz.class,
            TokenFuzz::fuzzerTestOneInput,
            List.of(TokenFuzz.answer(), TokenFuzz.mail(), TokenFuzz.erasure(), ".", "a.b", "")),
        new Target(
            FoldingFuzz.class,
            FoldingFuzz::fuzzerTestOneInput,
            List.of(
                "An evening", "Größe 日本語の長い題名です 👩‍💻 ".repeat(5), "a,b;c\\d\ne", "x".repeat(200))),
        new Target(
            QuotedPrintableFuzz.class,
            QuotedPrintableFuzz::fuzzerTestOneInput,
            List.of("Grüße\n", "a = b \r\n\r\n", " \n ", "x".repeat(200), "日本語 ".repeat(30))),
        new Target(
            JsonFuzz.class,
            JsonFuzz::fuzzerTestOneInput,
            List.of(
                "{\"name\": \"Ada\", \"email\": \"ada@example.org\", \"guests\": 2}",
                "{\"name\": null, \"guests\": 1e2}",
                "{\"guests\": 1e77777777777777777777}",
                "[[77777e7777777777777777777777777777777777776[[",
                "{\"guests\": -0.0, \"name\": \"\\ud83d\\ude00\"}",
                "[]",
                "{\"a\": {\"b\": [1, [2, {}]]}}")));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void keepTheirPromisesForInputsOfASeed(Target target) {
    Mutations mutations = new Mutations(25, target.begins());
    target.begins().forEach(text -> tried(target, text.getBytes(UTF_8)));
    for (int i = 0; i < INPUTS; i++) {
      tried(target, mutations.next());
    }
  }

  private static void tried(Target target, byte[] input) {
    try {
      target.takes().accept(input);
    } catch (RuntimeException | AssertionError e) {
      fail("For " + HexFormat.of().formatHex(input) + ", " + new String(input, UTF_8), e);
    }
  }
}
