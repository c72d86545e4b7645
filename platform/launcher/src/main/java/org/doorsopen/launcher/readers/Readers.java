package org.doorsopen.launcher.readers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.doorsopen.access.kafka.KafkaAccounts;
import org.doorsopen.access.kafka.Reader;
import org.doorsopen.access.registry.RegistryKey;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.StartFailure;
import org.doorsopen.launcher.platform.PlatformFacts;

/** The readers of a running platform. */
public final class Readers {
  private static final Duration TOKEN_VALID = Duration.ofDays(400);

  private final PlatformFacts facts;
  private final Path data;

  public Readers(PlatformFacts facts, Path data) {
    this.facts = facts;
    this.data = data;
  }

  /**
   * How a reader connects; the password is in no file of ours.
   *
   * @param registryToken empty if the registry wants none
   */
  public record Connection(
      String kafka,
      String user,
      String password,
      String registry,
      Optional<String> registryToken) {}

  /** Makes a reader, or gives one a new password. */
  public Connection add(Reader reader) {
    String password = DataFolder.random();
    ask(accounts -> {
      accounts.addReader(reader, password);
      return reader;
    });
    return new Connection(
        facts.kafka().bootstrapServers(),
        reader.user(),
        password,
        facts.registryAddress().toString(),
        key()
            .map(key ->
                key.token(
                    reader.user(), RegistryKey.Role.READER, Instant.now().plus(TOKEN_VALID))));
  }

  /** Returns whether there was such a reader. */
  public boolean remove(Reader reader) {
    return ask(accounts -> accounts.removeReader(reader));
  }

  public List<Reader> list() {
    return ask(KafkaAccounts::readers).stream().map(Reader::ofUser).toList();
  }

  private <T> T ask(Function<KafkaAccounts, T> question) {
    try (Admin admin = Admin.create(facts.kafka().settings())) {
      return question.apply(new KafkaAccounts(admin));
    } catch (IllegalStateException e) {
      throw new StartFailure(e.getMessage(), e);
    }
  }

  private Optional<RegistryKey> key() {
    Path file = data.resolve("secrets/registry-key");
    try {
      return Files.exists(file)
          ? Optional.of(RegistryKey.of(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new StartFailure("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
