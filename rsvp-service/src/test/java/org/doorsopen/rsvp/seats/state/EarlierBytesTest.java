package org.doorsopen.rsvp.seats.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.doorsopen.rsvp.seats.domain.Awaited;
import org.doorsopen.rsvp.seats.domain.Deadline;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.Party;
import org.doorsopen.rsvp.seats.domain.RsvpState;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ChangeParty;
import org.doorsopen.rsvp.seats.domain.SeatCommand.CheckConfirmations;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ClosePromotions;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ConfirmAddress;
import org.doorsopen.rsvp.seats.domain.SeatCommand.Grant;
import org.doorsopen.rsvp.seats.domain.SeatCommand.GrantSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.GrantSeats.Added;
import org.doorsopen.rsvp.seats.domain.SeatCommand.RequestSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ReviseTerms;
import org.doorsopen.rsvp.seats.domain.Terms;
import org.doorsopen.rsvp.seats.state.DueDate.Due;
import org.doorsopen.schemas.Traceparent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that earlier versions of the service have written are read, and keys stay as they are. */
class EarlierBytesTest {

  private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
  private static final Traceparent TRACE =
      new Traceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  private static final String TRACE_HEX =
      "0000003730302d30616637363531393136636434336464383434386562323131633830333139632d"
          + "623761643662373136393230333333312d3031";
  private static final Party ADA = new Party("rsvp", "ada", 3);

  static Stream<Arguments> rsvps() {
    return Stream.of(
        Arguments.of("000000000361646100000003", new RsvpState.Confirmed(ADA, false, null, 0)),
        Arguments.of(
            "0100000000000000070000000361646100000003", new RsvpState.Waiting(ADA, 7, false)),
        Arguments.of("020000000361646100000003", new RsvpState.Ended(ADA, false)));
  }

  @ParameterizedTest
  @MethodSource("rsvps")
  void readsRsvpsOfVersion2WithoutTheirTrace(String hex, RsvpState state) {
    assertThat(RsvpBytes.read("rsvp", bytes("02" + hex + TRACE_HEX))).isEqualTo(state);
  }

  @ParameterizedTest
  @MethodSource("rsvps")
  void writesAndReadsRsvpsOfVersion3(String hex, RsvpState state) {
    assertThat(RsvpBytes.write(state)).isEqualTo(bytes("03" + hex));
    assertThat(RsvpBytes.read("rsvp", bytes("03" + hex))).isEqualTo(state);
  }

  @ParameterizedTest
  @MethodSource("rsvps")
  void refusesRsvpsOfALaterVersion(String hex) {
    assertThatThrownBy(() -> RsvpBytes.read("rsvp", bytes("05" + hex)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("State has version 5, and this release reads 2 to 4");
  }

  static Stream<Arguments> confirmations() {
    Deadline deadline = new Deadline(NOON, NOON.plusSeconds(60));
    return Stream.of(
        Arguments.of("03030000000361646100000003", new RsvpState.Confirmed(ADA, true, null, 0)),
        Arguments.of(
            "03040000019c1912fa000000019c1913e4600000000361646100000003",
            new RsvpState.Confirmed(ADA, false, deadline, 0)),
        Arguments.of(
            "030500000000000000070000000361646100000003", new RsvpState.Waiting(ADA, 7, true)));
  }

  @ParameterizedTest
  @MethodSource("confirmations")
  void writesAndReadsWhatIsKnownOfAddresses(String hex, RsvpState state) {
    assertThat(RsvpBytes.write(state)).isEqualTo(bytes(hex));
    assertThat(RsvpBytes.read("rsvp", bytes(hex))).isEqualTo(state);
  }

  static Stream<Arguments> seatsByHand() {
    return Stream.of(
        Arguments.of("04060000000361646100000003", new RsvpState.Ended(ADA, true)),
        Arguments.of(
            "040700000000020000000361646100000003", new RsvpState.Confirmed(ADA, false, null, 2)),
        Arguments.of(
            "040701000000030000000361646100000003", new RsvpState.Confirmed(ADA, true, null, 3)));
  }

  @ParameterizedTest
  @MethodSource("seatsByHand")
  void writesAndReadsWhoMayGetASeatByHandAndWhoHasOneThatWasKept(String hex, RsvpState state) {
    assertThat(RsvpBytes.write(state)).isEqualTo(bytes(hex));
    assertThat(RsvpBytes.read("rsvp", bytes(hex))).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void writesAndReadsTermsThatAskForAConfirmation(boolean cancelled) {
    Terms terms =
        new Terms(2, cancelled, 10, 3, 5, NOON, NOON, NOON, NOON, Duration.ofMinutes(30), 0);
    DeferredCommand command = new DeferredCommand(new ReviseTerms(terms, NOON), TRACE, NOON);

    assertThat(CommandBytes.read(CommandBytes.write(command))).isEqualTo(command);
  }

  @Test
  void writesAndReadsCommandsThatCameLater() {
    Grant grant = new Grant("grant", Grant.Cause.SPONSOR, "Grace");
    for (SeatCommand each :
        List.of(
            new ConfirmAddress("rsvp", NOON),
            new ChangeParty("rsvp", "change", 2, NOON),
            new GrantSeats("rsvp", null, true, grant, NOON),
            new GrantSeats("rsvp", new Added("ada", 2), false, grant, NOON),
            new CheckConfirmations(NOON.minusSeconds(1), true, NOON))) {
      DeferredCommand command = new DeferredCommand(each, TRACE, NOON);
      assertThat(CommandBytes.read(CommandBytes.write(command))).isEqualTo(command);
    }
  }

  @Test
  void readsWhatIsAwaitedFromItsKey() {
    Awaited awaited = new Awaited(NOON, "rsvp");

    assertThat(StateKeys.awaitedOf("berlin", StateKeys.awaited("berlin", awaited)))
        .isEqualTo(awaited);
  }

  @Test
  void writesAndReadsFigures() {
    String hex =
        "03000000090000000000000006000000000000000400000001000000020000000100000000000000050100000002"
            + "000000000a00000003ffffffff0000019c1912fa000000019c1913e4600000019c1914cec00000019c1915"
            + "b92001040000019c1912fa00";
    Terms terms =
        new Terms(
            2,
            false,
            10,
            3,
            null,
            NOON,
            NOON.plusSeconds(60),
            NOON.plusSeconds(120),
            NOON.plusSeconds(180),
            null,
            0);
    Figures figures = figures(terms, 0);

    assertThat(FiguresBytes.write(figures)).isEqualTo(bytes(hex));
    assertThat(FiguresBytes.read(bytes(hex))).isEqualTo(figures);
  }

  private static Figures figures(Terms terms, int reservedTaken) {
    return new Figures(
        terms,
        9,
        new TreeMap<>(Map.of(2, new Figures.Queue(1, 5))),
        6,
        4,
        reservedTaken,
        new ClosePromotions(NOON));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 2", "3, 0", "3, 2"})
  void writesAndReadsFiguresOfKeptSeats(int reserved, int taken) {
    Terms terms =
        new Terms(2, true, 10, 3, 5, NOON, NOON, NOON, NOON, Duration.ofMinutes(30), reserved);
    Figures figures = figures(terms, taken);

    assertThat(FiguresBytes.read(FiguresBytes.write(figures))).isEqualTo(figures);
  }

  @Test
  void writesAndReadsDeferredCommands() {
    String hex =
        "03000000019c1912fa0000000004727376700000000361646100000002"
            + TRACE_HEX
            + "0000019c1912fde8";
    DeferredCommand command =
        new DeferredCommand(new RequestSeats("rsvp", "ada", 2, NOON), TRACE, NOON.plusSeconds(1));

    assertThat(CommandBytes.write(command)).isEqualTo(bytes(hex));
    assertThat(CommandBytes.read(bytes(hex))).isEqualTo(command);
  }

  /** The code between instant and meetup would change with the order of the enum, if it could. */
  @ParameterizedTest
  @EnumSource
  void keepsTheCodesOfWhatIsDue(Due due) {
    String code =
        switch (due) {
          case CLOSE_PROMOTIONS -> "00";
          case FORGET -> "01";
          case CHECK_CONFIRMATIONS -> "02";
        };
    Bytes key = Bytes.wrap(bytes("640000019c1912fa00" + code + "6265726c696e"));
    DueDate date = new DueDate(NOON, due, "berlin");

    assertThat(StateKeys.dueDate(date)).isEqualTo(key);
    assertThat(StateKeys.dueDateOf(key)).isEqualTo(date);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
