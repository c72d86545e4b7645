package org.doorsopen.rsvp.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.identity.Secrets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are read back by a reader that knows nothing of the writer. */
class CheckInCodeTest {

  private static final int SCALE = 4;
  private static final int BLACK = 0xff000000;
  private static final int WHITE = 0xffffffff;

  private static final Pattern RECTANGLE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

  private final RsvpTokens tokens =
      new RsvpTokens(Secrets.of("a secret of this test that is long enough, 1234"));

  @ParameterizedTest
  @ValueSource(strings = {"m", "kubernetes-berlin-2026-12", "0b7a7bd0-7d2f-4a3c-8f8c-6d5a3a1f0e11"})
  void isReadAsTheRsvpAndItsToken(String meetupId) throws Exception {
    String rsvpId = "3f1f0a52-6b1e-4f0e-9a57-0d6f5f2c9b10";
    String token = tokens.issueForCheckIn(meetupId, rsvpId);

    String read = read(CheckInCode.of(rsvpId, token));

    assertThat(read).isEqualTo(rsvpId + "." + token);
    assertThat(tokens.read(rsvpId, read.substring(rsvpId.length() + 1)))
        .hasValueSatisfying(claim -> {
          assertThat(claim.meetupId()).isEqualTo(meetupId);
          assertThat(claim.purpose()).isEqualTo(RsvpTokens.Purpose.CHECK_IN);
        });
  }

  private static String read(CheckInCode code) throws Exception {
    int width = Integer.parseInt(code.box().split(" ")[2]) * SCALE;
    int[] pixels = new int[width * width];
    Arrays.fill(pixels, WHITE);
    List<MatchResult> runs = RECTANGLE.matcher(code.path()).results().toList();
    assertThat(runs.stream().map(MatchResult::group).reduce("", String::concat))
        .isEqualTo(code.path());
    for (MatchResult run : runs) {
      int left = Integer.parseInt(run.group(1)) * SCALE;
      int top = Integer.parseInt(run.group(2)) * SCALE;
      for (int y = top; y < top + SCALE; y++) {
        int from = y * width + left;
        Arrays.fill(pixels, from, from + Integer.parseInt(run.group(3)) * SCALE, BLACK);
      }
    }
    RGBLuminanceSource source = new RGBLuminanceSource(width, width, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
