package org.doorsopen.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.doorsopen.web.session.UnsafeRequests;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a request that may change something, and whose client takes no JSON, before anything is
 * read or written. Spring itself looks at what is accepted when there is an answer, which is too
 * late.
 */
final class AcceptFirst implements HandlerInterceptor {

  private final ContentNegotiationManager accepted = new ContentNegotiationManager();

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws HttpMediaTypeNotAcceptableException {
    if (UnsafeRequests.isUnsafe(request)
        && handler instanceof HandlerMethod method
        && answersWithJson(method)
        && accepted.resolveMediaTypes(new ServletWebRequest(request)).stream()
            .noneMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON))) {
      throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
    }
    return true;
  }

  private static boolean answersWithJson(HandlerMethod method) {
    Class<?> type = method.getReturnType().getParameterType();
    return !method.isVoid()
        && type != String.class
        && (HttpEntity.class.isAssignableFrom(type)
            || method.hasMethodAnnotation(ResponseBody.class)
            || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class));
  }
}
