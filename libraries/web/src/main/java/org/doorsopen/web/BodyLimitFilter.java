package org.doorsopen.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import org.doorsopen.web.problems.BodyTooLarge;
import org.doorsopen.web.problems.ProblemWriter;
import org.doorsopen.web.strangers.BodyLimits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body over the limit of its route: at once if its length is announced, else when the
 * limit is passed while reading (chunked bodies announce nothing).
 */
final class BodyLimitFilter extends OncePerRequestFilter {

  private final long usual;
  private final List<BodyLimits> limits;
  private final ProblemWriter problems;

  /**
   * @param usual in bytes, where a route has no other limit
   */
  BodyLimitFilter(long usual, List<BodyLimits> limits, ProblemWriter problems) {
    this.usual = usual;
    this.limits = List.copyOf(limits);
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!hasBody(request)) {
      chain.doFilter(request, response);
      return;
    }
    long limit = BodyLimits.limitOf(request, limits).orElse(usual);
    if (request.getContentLengthLong() > limit) {
      problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, BodyTooLarge.detail(limit));
    } else {
      chain.doFilter(new LimitedRequest(request, limit), response);
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private static final class LimitedRequest extends HttpServletRequestWrapper {

    private final long limit;

    LimitedRequest(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), limit);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      String charset = getCharacterEncoding() == null ? "UTF-8" : getCharacterEncoding();
      return new BufferedReader(new InputStreamReader(getInputStream(), Charset.forName(charset)));
    }
  }

  private static final class LimitedStream extends ServletInputStream {

    private final ServletInputStream in;
    private final long limit;
    private long count;

    LimitedStream(ServletInputStream in, long limit) {
      this.in = in;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      counted(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      counted(Math.max(0, read));
      return read;
    }

    private void counted(int read) {
      count += read;
      if (count > limit) {
        throw new BodyTooLarge(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
