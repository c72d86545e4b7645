package org.doorsopen.pages;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Addresses of styles and scripts. Each service serves its own copy of all of them, so that a page
 * works while other services are away; each address has a hash of the content, so that a browser
 * may keep the file for good and still sees every change.
 */
public final class Assets {

  private final String folder;
  private final Supplier<ResourceUrlProvider> addresses;
  private final Map<String, String> found = new ConcurrentHashMap<>();

  /**
   * @param folder with slashes around
   * @param served what answers the addresses
   */
  Assets(String folder, Supplier<SimpleUrlHandlerMapping> served) {
    this.folder = folder;
    this.addresses = SingletonSupplier.of(() -> provider(served.get()));
  }

  /**
   * Spring's own one knows of nothing before the context is refreshed, and requests come sooner.
   */
  private static ResourceUrlProvider provider(SimpleUrlHandlerMapping served) {
    Map<String, ResourceHttpRequestHandler> handlers = new HashMap<>();
    served
        .getUrlMap()
        .forEach((path, handler) -> handlers.put(path, (ResourceHttpRequestHandler) handler));
    ResourceUrlProvider provider = new ResourceUrlProvider();
    provider.setHandlerMap(handlers);
    return provider;
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
                addresses.get().getForLookupPath(folder + name), () -> "No asset " + name));
  }
}
