package org.doorsopen.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.pages.words.ReadersLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Pages that say the same to everybody who reads their language. Each is rendered once, kept for a
 * second at most, and answered with an ETag of what it says; a browser that has it already gets a
 * 304. What is each reader's own, such as the key of a form, is left open in what is kept, and
 * filled in for each answer. The page of an organizer, whose name is on it, is never kept.
 */
public final class KeptPages {

  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final long MAX_BYTES = 8L << 20;
  private static final int BYTES_OF_ETAG = 15;
  private static final String ORGANIZER = "ORGANIZER";

  private final ITemplateEngine templates;
  private final Looks looks;

  // Nobody can write it into a text of a meetup.
  private final String mark = "own-" + UUID.randomUUID() + "-";
  private final Pattern marks = Pattern.compile(mark + "([a-z]+);");
  private final Cache<Key, Kept> pages =
      Caffeine.newBuilder()
          .expireAfterWrite(KEPT)
          .maximumWeight(MAX_BYTES)
          .weigher((Key key, Kept page) -> page.weight())
          .build();

  KeptPages(ITemplateEngine templates, Looks looks) {
    this.templates = templates;
    this.looks = looks;
  }

  private record Key(String address, String language, String tag) {}

  /**
   * @param parts between the places that are each reader's own
   * @param own the names of those places, one fewer than there are parts
   */
  private record Kept(List<byte[]> parts, List<String> own, String etag) {

    int weight() {
      return parts.stream().mapToInt(part -> part.length).sum() + 500;
    }

    byte[] filled(Map<String, String> values) {
      byte[][] gaps =
          own.stream().map(name -> values.get(name).getBytes(UTF_8)).toArray(byte[][]::new);
      int length =
          parts.stream().mapToInt(part -> part.length).sum()
              + Arrays.stream(gaps).mapToInt(gap -> gap.length).sum();
      byte[] all = new byte[length];
      int at = 0;
      for (int i = 0; i < parts.size(); i++) {
        byte[] part = parts.get(i);
        System.arraycopy(part, 0, all, at, part.length);
        at += part.length;
        if (i < gaps.length) {
          System.arraycopy(gaps[i], 0, all, at, gaps[i].length);
          at += gaps[i].length;
        }
      }
      return all;
    }
  }

  /**
   * @param tag changes whenever the data do of which the page is made; what changes otherwise, by
   *     the clock for instance, is shown a second later at most
   * @param own what is this reader's own, by names in small letters; nothing in it needs escaping
   * @param page is called where nothing is kept, with a function that has the values of {@code own}
   *     for the page
   * @return null if it is answered, and otherwise what is still to be rendered
   */
  public @Nullable ModelAndView answer(
      HttpServletRequest request,
      HttpServletResponse response,
      String tag,
      Map<String, String> own,
      Function<UnaryOperator<String>, ModelAndView> page) {
    if (request.isUserInRole(ORGANIZER)) {
      return page.apply(own::get);
    }
    Locale locale = ReadersLanguage.of(request);
    Kept kept =
        pages.get(
            new Key(address(request), locale.toLanguageTag(), tag),
            _ -> rendered(page.apply(name -> mark + name + ";"), request, locale));
    // A browser asks again every time, and no cache on the way gives one person's form to another.
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    Looks.headers(request, response);
    if (!new ServletWebRequest(request, response).checkNotModified(kept.etag())) {
      write(kept.filled(own), locale, response);
    }
    return null;
  }

  private Kept rendered(ModelAndView page, HttpServletRequest request, Locale locale) {
    Map<String, Object> model = new HashMap<>(page.getModel());
    model.put(Looks.NAME, looks.of(request));
    String html = templates.process(page.getViewName(), new Context(locale, model));
    var parts = new ArrayList<byte[]>();
    var own = new ArrayList<String>();
    MessageDigest digest = sha256();
    Matcher place = marks.matcher(html);
    int from = 0;
    while (place.find()) {
      parts.add(html.substring(from, place.start()).getBytes(UTF_8));
      own.add(place.group(1));
      from = place.end();
    }
    parts.add(html.substring(from).getBytes(UTF_8));
    parts.forEach(digest::update);
    byte[] hash = Arrays.copyOf(digest.digest(), BYTES_OF_ETAG);
    // Weak, since what is each reader's own does not count.
    String etag = "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "\"";
    return new Kept(List.copyOf(parts), List.copyOf(own), etag);
  }

  private static void write(byte[] page, Locale locale, HttpServletResponse response) {
    response.setLocale(locale);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.length);
    try {
      response.getOutputStream().write(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String address(HttpServletRequest request) {
    return request.getRequestURI() + "?" + request.getQueryString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
