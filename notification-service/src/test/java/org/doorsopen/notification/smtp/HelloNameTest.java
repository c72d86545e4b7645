package org.doorsopen.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelloNameTest {

  @ParameterizedTest(name = "set: {0}, public: {1}, sender: {2}")
  @CsvSource(
      textBlock =
          """
          mail.example.org, doors.example,       doors.example,         mail.example.org
          '[192.0.2.1]',    doors.example,       doors.example,         '[192.0.2.1]'
          '',               meetups.example.org, doors.example,         meetups.example.org
          '',               xn--bcher-kva.example, doors.example,       xn--bcher-kva.example
          '',               localhost,           doors.example,         doors.example
          '',               doors,               doors.example,         doors.example
          '',               a1b2c3d4e5f6,        doors.example,         doors.example
          '',               192.0.2.7,           doors.example,         '[192.0.2.7]'
          '',               '[2001:db8::7]',     doors.example,         '[IPv6:2001:db8::7]'
          '',               127.0.0.1,           doors.example,         doors.example
          '',               '[::1]',             doors.example,         doors.example
          '',               meetups.localhost,   doors.example,         doors.example
          '',               localhost,           localhost.localdomain, '[127.0.0.1]'
          """)
  void isAFullNameOrTheAddressThatTheServerSees(
      String set, String publicHost, String senderDomain, String told) {
    assertThat(HelloName.of(set, publicHost, senderDomain).towards("127.0.0.1", 25))
        .isEqualTo(told);
  }
}
