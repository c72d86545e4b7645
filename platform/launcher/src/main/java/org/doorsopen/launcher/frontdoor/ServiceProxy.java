package org.doorsopen.launcher.frontdoor;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.doorsopen.launcher.settings.Service;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Forwards each request to a process of the service that answers its path. Chunks go on as they
 * come, in both directions.
 */
final class ServiceProxy extends ProxyHandler {
  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(2);
  private static final String ADDRESSES = ServiceProxy.class.getName() + ".addresses";
  private static final String ADDRESS = ServiceProxy.class.getName() + ".address";

  private final FrontDoorPaths paths;
  private final Instances instances;
  private final FrontDoorLimits limits;
  private final OwnAnswers answers;

  ServiceProxy(
      FrontDoorPaths paths, Instances instances, FrontDoorLimits limits, OwnAnswers answers) {
    this.paths = paths;
    this.instances = instances;
    this.limits = limits;
    this.answers = answers;
    setUseServerThreadPool(true);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getCanonicalPath();
    if (path == null || !path.startsWith("/") || HttpMethod.CONNECT.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
      answers.problem(response, callback, HttpStatus.BAD_REQUEST_400, "This is not a path.");
    } else if (path.startsWith(OwnAnswers.ASSETS)) {
      answers.asset(path, request, response, callback);
    } else if (request.getLength() > limits.bodyBytes()) {
      answers.tooLong(request, response, callback, limits.bodyBytes());
    } else {
      Optional<Service> service = paths.serviceOf(path);
      if (service.isEmpty()) {
        answers.nothing(request, response, callback);
      } else {
        tryInTurn(request, response, callback, instances.inTurn(service.get()).iterator());
      }
    }
    return true;
  }

  private void tryInTurn(
      Request request, Response response, Callback callback, Iterator<URI> addresses) {
    if (!addresses.hasNext()) {
      answers.away(request, response, callback);
      return;
    }
    request.setAttribute(ADDRESSES, addresses);
    request.setAttribute(ADDRESS, addresses.next());
    super.handle(request, response, callback);
  }

  @Override
  protected HttpURI rewriteHttpURI(Request request) {
    return request.getHttpURI();
  }

  /** Path and query go on as they came: the services are the ones to judge them. */
  @Override
  protected org.eclipse.jetty.client.Request newProxyToServerRequest(Request request, HttpURI uri) {
    return getHttpClient()
        .newRequest((URI) request.getAttribute(ADDRESS))
        .path(uri.getPathQuery())
        .method(request.getMethod())
        .idleTimeout(limits.idle().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The services believe these headers, so nothing that a client sends as such may get through. */
  @Override
  protected void copyRequestHeaders(Request request, org.eclipse.jetty.client.Request forwarded) {
    super.copyRequestHeaders(request, forwarded);
    forwarded.headers(headers -> {
      for (Iterator<HttpField> fields = headers.iterator(); fields.hasNext(); ) {
        if (speaksOfTheClient(fields.next())) {
          fields.remove();
        }
      }
    });
  }

  private static boolean speaksOfTheClient(HttpField field) {
    String name = field.getLowerCaseName();
    return name.startsWith("x-forwarded-") || name.equals("forwarded") || name.equals("x-real-ip");
  }

  @Override
  protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request forwarded) {
    String host = Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)).orElse("");
    forwarded.headers(headers ->
        headers
            .put(HttpHeader.X_FORWARDED_FOR, Request.getRemoteAddr(request))
            .put(HttpHeader.X_FORWARDED_PROTO, "http")
            .put(HttpHeader.X_FORWARDED_HOST, host)
            .put(HttpHeader.X_FORWARDED_PORT, Request.getServerPort(request)));
  }

  @Override
  protected org.eclipse.jetty.client.Request.Content newProxyToServerRequestContent(
      Request request, Response response, org.eclipse.jetty.client.Request forwarded) {
    return new LimitedBody(
        super.newProxyToServerRequestContent(request, response, forwarded), limits.bodyBytes());
  }

  @Override
  protected void onServerToProxyResponseFailure(
      Request request,
      org.eclipse.jetty.client.Request forwarded,
      org.eclipse.jetty.client.@Nullable Response answer,
      Response response,
      Callback callback,
      Throwable failure) {
    if (response.isCommitted()) {
      // The client has to see that the rest is missing.
      callback.failed(failure);
      return;
    }
    response.reset();
    if (failure instanceof LimitedBody.TooLong) {
      answers.tooLong(request, response, callback, limits.bodyBytes());
    } else if (failure instanceof ConnectException || failure instanceof SocketTimeoutException) {
      instances.refused((URI) request.getAttribute(ADDRESS));
      tryInTurn(request, response, callback, addressesLeft(request));
    } else {
      answers.away(request, response, callback);
    }
  }

  @SuppressWarnings("unchecked")
  private static Iterator<URI> addressesLeft(Request request) {
    return (Iterator<URI>) request.getAttribute(ADDRESSES);
  }

  @Override
  protected HttpClient newHttpClient() {
    ClientConnector connector = new ClientConnector();
    connector.setSelectors(1);
    return new HttpClient(new HttpClientTransportDynamic(connector));
  }

  @Override
  protected void configureHttpClient(HttpClient client) {
    super.configureHttpClient(client);
    client.setUserAgentField(null);
    client.setConnectTimeout(CONNECTS_WITHIN.toMillis());
    // A request brings a limit of its own.
    client.setIdleTimeout(limits.unused().toMillis());
    // Live statuses keep one each.
    client.setMaxConnectionsPerDestination(limits.connectionsToService());
    client.setMaxRequestsQueuedPerDestination(limits.connectionsToService());
  }
}
