package org.doorsopen.web.organizers;

import java.nio.file.Path;
import java.security.Principal;
import java.util.Optional;

/** All who may log in: those of the file, and the one whose login is a setting. */
public final class Organizers {

  private static final int MAX_RECORDED = 40;

  private final Optional<Organizer> single;
  private final Optional<OrganizersFile> file;

  /**
   * @param login {@code user:password}, or empty
   * @param file or empty
   */
  public Organizers(String login, String file) {
    int colon = login.indexOf(':');
    this.single =
        login.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Organizer(login.substring(0, colon), "{noop}" + login.substring(colon + 1), 0));
    this.file = file.isEmpty() ? Optional.empty() : Optional.of(new OrganizersFile(Path.of(file)));
  }

  /** As they are at this moment. An entry of the file counts before the setting. */
  public Optional<Organizer> find(String name) {
    return file.flatMap(those -> those.find(name)).or(() -> ofTheSetting(name));
  }

  // A setting stays while the platform runs, so the file counts sign-outs for it.
  private Optional<Organizer> ofTheSetting(String name) {
    return single
        .filter(one -> one.name().equals(name))
        .map(one ->
            new Organizer(name, one.password(), file.map(f -> f.signOutsOf(name)).orElse(0)));
  }

  /**
   * The words that are recorded beside the things that an organizer does: the name, and never an
   * address, also where the setting has one for a name.
   */
  public static String recordedName(Principal organizer) {
    String name = organizer.getName().replaceFirst("(?<=.)@.*", "");
    return name.substring(0, Math.min(MAX_RECORDED, name.length()));
  }
}
