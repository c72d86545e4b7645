package org.doorsopen.notification.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredJobsTest {

  private static boolean made;

  private final Serializer serializer = new StoredJobs().jobsAsJson().serializer().orElseThrow();

  /** Of a class that does something when it is made from bytes. */
  private static final class Trap implements Serializable {
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      made = true;
    }
  }

  @Test
  void keepsJobsAsJson() {
    byte[] kept = serializer.serialize(Map.of("meetupId", "m1"));

    assertThat(new String(kept, UTF_8)).isEqualTo("{\"meetupId\":\"m1\"}");
    assertThat(serializer.deserialize(Map.class, kept)).isEqualTo(Map.of("meetupId", "m1"));
  }

  @Test
  void makesNoObjectOfAClassThatSomebodyWroteIntoTheTable() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Trap());
    }

    assertThatThrownBy(() -> serializer.deserialize(Object.class, bytes.toByteArray()));

    assertThat(made).isFalse();
  }
}
