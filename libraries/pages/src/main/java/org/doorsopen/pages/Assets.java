package org.doorsopen.pages;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Addresses of styles and scripts. Each service serves its own copy of all of them, so that a page
 * works while other services are away; each address has a hash of the content, so that a browser
 * may keep the file for good and still sees every change.
 */
public final class Assets {

  private final String folder;
  private final ResourceUrlProvider addresses;
  private final Map<String, String> found = new ConcurrentHashMap<>();

  /**
   * @param folder with slashes around
   */
  Assets(String folder, ResourceUrlProvider addresses) {
    this.folder = folder;
    this.addresses = addresses;
  }

  /**
   * @param file one of those that the service or this library has in the folder {@code assets} of
   *     the class path
   * @throws NullPointerException if there is no such file
   */
  public String address(String file) {
    return found.computeIfAbsent(
        file,
        name ->
            Objects.requireNonNull(
                addresses.getForLookupPath(folder + name), () -> "No asset " + name));
  }
}
