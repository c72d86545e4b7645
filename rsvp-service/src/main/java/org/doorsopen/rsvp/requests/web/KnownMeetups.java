package org.doorsopen.rsvp.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.meetups.UnknownMeetup;
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

  private final Meetups meetups;

  KnownMeetups(Meetups meetups) {
    this.meetups = meetups;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/meetups/*/rsvps");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (HttpMethod.POST.matches(request.getMethod()) && !meetups.isPublished(meetupId(request))) {
      throw new UnknownMeetup();
    }
    return true;
  }

  private static String meetupId(HttpServletRequest request) {
    Map<?, ?> variables =
        (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return String.valueOf(variables.get("meetupId"));
  }
}
