package org.doorsopen.launcher.frontdoor;

import org.eclipse.jetty.client.Request.Content;
import org.eclipse.jetty.io.Content.Chunk;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request on its way to a service: not longer than the limit, and whole as long as
 * nothing of it was read, so that it can be sent to another process when the first one refused.
 */
final class LimitedBody implements Content {

  /** The body is longer than the limit. */
  static final class TooLong extends Exception {}

  private final Content body;
  private final long limit;
  private volatile long count;

  LimitedBody(Content body, long limit) {
    this.body = body;
    this.limit = limit;
  }

  @Override
  public @Nullable Chunk read() {
    Chunk chunk = body.read();
    if (chunk == null || Chunk.isFailure(chunk)) {
      return chunk;
    }
    count += chunk.remaining();
    if (count > limit) {
      chunk.release();
      return Chunk.from(new TooLong());
    }
    return chunk;
  }

  @Override
  public void fail(Throwable failure) {
    if (count > 0) {
      body.fail(failure);
    }
  }

  @Override
  public void demand(Runnable callback) {
    body.demand(callback);
  }

  @Override
  public long getLength() {
    return body.getLength();
  }

  @Override
  public @Nullable String getContentType() {
    return body.getContentType();
  }

  @Override
  public boolean rewind() {
    return false;
  }
}
