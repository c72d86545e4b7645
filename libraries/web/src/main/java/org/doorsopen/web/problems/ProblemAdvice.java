package org.doorsopen.web.problems;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers what controllers throw, and what Spring throws around them: to a person on a page, to a
 * program as a problem (RFC 9457), whatever it accepts. An unexpected exception is logged with a
 * reference, and only the reference is told.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private static final String REFERENCE = ProblemAdvice.class.getName() + ".reference";

  private final Readers readers;

  ProblemAdvice(Readers readers) {
    this.readers = readers;
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> on(InvalidFields invalid, WebRequest request) {
    return fields(invalid, invalid.errors(), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> on(BadBody bad, WebRequest request) {
    return problem(bad, HttpStatus.BAD_REQUEST, String.valueOf(bad.getMessage()), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> on(BodyTooLarge large, WebRequest request) {
    return problem(
        large, HttpStatus.CONTENT_TOO_LARGE, String.valueOf(large.getMessage()), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> on(OtherCharset other, WebRequest request) {
    return problem(
        other, HttpStatus.UNSUPPORTED_MEDIA_TYPE, String.valueOf(other.getMessage()), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> on(Unavailable unavailable, WebRequest request) {
    log.warn("{} {}", unavailable.getMessage(), String.valueOf(unavailable.getCause()));
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(unavailable.retryAfterSeconds()));
    return problem(
        unavailable,
        HttpStatus.SERVICE_UNAVAILABLE,
        String.valueOf(unavailable.getMessage()),
        headers,
        request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> on(TooManyRequests tooMany, WebRequest request) {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfterSeconds()));
    return problem(
        tooMany,
        HttpStatus.TOO_MANY_REQUESTS,
        String.valueOf(tooMany.getMessage()),
        headers,
        request);
  }

  @ExceptionHandler({
    RequestRejectedException.class,
    InvalidParameterException.class,
    MultipartException.class
  })
  @Nullable ResponseEntity<Object> onUnreadable(Exception unreadable, WebRequest request) {
    int code =
        unreadable instanceof InvalidParameterException parameter
            ? parameter.getErrorCode()
            : HttpStatus.BAD_REQUEST.value();
    return switch (HttpStatus.resolve(code)) {
      case CONTENT_TOO_LARGE ->
          problem(unreadable, HttpStatus.CONTENT_TOO_LARGE, "The body is too large.", request);
      case REQUEST_TIMEOUT ->
          problem(unreadable, HttpStatus.REQUEST_TIMEOUT, "The body came too slowly.", request);
      case null, default ->
          problem(
              unreadable,
              HttpStatus.BAD_REQUEST,
              "The request's parameters or form fields are malformed.",
              request);
    };
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> on(Exception unexpected, WebRequest request) {
    if (DisconnectedClientHelper.isClientDisconnectedException(unexpected)) {
      return null;
    }
    String reference = UUID.randomUUID().toString();
    log.error("Unexpected, reference {}", reference, unexpected);
    request.setAttribute(REFERENCE, reference, RequestAttributes.SCOPE_REQUEST);
    return problem(
        unexpected,
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something failed here. It was logged with the reference %s.".formatted(reference),
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return problem(e, HttpStatus.BAD_REQUEST, "The body is missing or not valid JSON.", request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return problem(e, HttpStatus.NOT_FOUND, "There is nothing at this address.", request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return fields(e, List.of(new FieldError(e.getParameterName(), "is required")), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (e instanceof MethodArgumentTypeMismatchException mismatch
        && !mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
      var error = new FieldError(mismatch.getName(), expected(e.getRequiredType()));
      return fields(e, List.of(error), request);
    }
    return problem(e, HttpStatus.NOT_FOUND, "There is nothing at this address.", request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return toldByPage(headers, status, (ServletWebRequest) request)
        ? null
        : super.handleExceptionInternal(e, body, headers, status, request);
  }

  private boolean toldByPage(HttpHeaders headers, HttpStatusCode code, ServletWebRequest request) {
    HttpStatus status = HttpStatus.resolve(code.value());
    HttpServletResponse response = request.getResponse();
    if (status == null || response == null) {
      return false;
    }
    Object reference = request.getAttribute(REFERENCE, RequestAttributes.SCOPE_REQUEST);
    try {
      return readers.toldByPage(
          request.getRequest(), response, status, headers, (String) reference);
    } catch (IOException e) {
      log.debug("The reader is gone", e);
      return true;
    }
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    var all = new HttpHeaders(headers);
    all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return new ResponseEntity<>(body, all, status);
  }

  private @Nullable ResponseEntity<Object> fields(
      Exception cause, List<FieldError> errors, WebRequest request) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.BAD_REQUEST,
            errors.size() == 1 ? "A field is wrong." : errors.size() + " fields are wrong.");
    problem.setProperties(Map.of("errors", errors));
    return handleExceptionInternal(
        cause, problem, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
  }

  private @Nullable ResponseEntity<Object> problem(
      Exception cause, HttpStatus status, String detail, WebRequest request) {
    return problem(cause, status, detail, new HttpHeaders(), request);
  }

  private @Nullable ResponseEntity<Object> problem(
      Exception cause, HttpStatus status, String detail, HttpHeaders headers, WebRequest request) {
    return handleExceptionInternal(
        cause, ProblemDetail.forStatusAndDetail(status, detail), headers, status, request);
  }

  private static String expected(@Nullable Class<?> type) {
    if (type != null && type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "must be one of ", ""));
    }
    return type == UUID.class ? "must be a UUID" : "must be a whole number";
  }
}
