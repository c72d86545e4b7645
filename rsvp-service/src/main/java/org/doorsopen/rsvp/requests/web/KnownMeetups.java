package org.doorsopen.rsvp.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.meetups.UnknownMeetup;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Looks for the meetup that an RSVP is for before the body is read: nobody's memory is spent on a
 * meetup that is not there.
 */
@Component
class KnownMeetups implements HandlerInterceptor, WebMvcConfigurer {

  private static final int MAX_REMEMBERED = 10_000;

  private final Predicate<String> isPublished;
  private final Set<String> published = ConcurrentHashMap.newKeySet();

  @Autowired
  KnownMeetups(Meetups meetups) {
    this(meetups::isPublished);
  }

  KnownMeetups(Predicate<String> isPublished) {
    this.isPublished = isPublished;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/meetups/*/rsvps");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (HttpMethod.POST.matches(request.getMethod()) && !isKnown(meetupId(request))) {
      throw new UnknownMeetup();
    }
    return true;
  }

  /**
   * A meetup that was published once stays so, and is not asked for again: strangers who send one
   * bad request after the other would keep the database from everybody else.
   */
  boolean isKnown(String meetupId) {
    if (published.contains(meetupId)) {
      return true;
    }
    boolean known = isPublished.test(meetupId);
    if (known) {
      if (published.size() >= MAX_REMEMBERED) {
        published.clear();
      }
      published.add(meetupId);
    }
    return known;
  }

  private static String meetupId(HttpServletRequest request) {
    Map<?, ?> variables =
        (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return String.valueOf(variables.get("meetupId"));
  }
}
