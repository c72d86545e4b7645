package org.doorsopen.rsvp;

import java.nio.ByteBuffer;
import org.apache.kafka.common.protocol.Message;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.DescribeClusterResponse;
import org.apache.kafka.common.requests.FindCoordinatorResponse;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.apache.kafka.common.requests.ResponseHeader;

/** Finds and replaces the addresses in a broker's answers. */
final class BrokerAddresses {
  private BrokerAddresses() {}

  /**
   * The answer with this address in place of every broker's; answers without any stay as they are.
   */
  static byte[] replaced(byte[] frame, RequestHeader request, String host, int port) {
    return switch (request.apiKey()) {
      case METADATA, FIND_COORDINATOR, DESCRIBE_CLUSTER -> rewritten(frame, request, host, port);
      default -> frame;
    };
  }

  private static byte[] rewritten(byte[] frame, RequestHeader request, String host, int port) {
    AbstractResponse response = AbstractResponse.parseResponse(ByteBuffer.wrap(frame), request);
    switch (response) {
      case MetadataResponse metadata ->
          metadata.data().brokers().forEach(broker -> broker.setHost(host).setPort(port));
      // Today's clients ask for no version without a list.
      case FindCoordinatorResponse found ->
          found.data().coordinators().forEach(each -> each.setHost(host).setPort(port));
      case DescribeClusterResponse cluster ->
          cluster.data().brokers().forEach(broker -> broker.setHost(host).setPort(port));
      default -> throw new IllegalStateException("No addresses in " + response);
    }
    ResponseHeader header = request.toResponseHeader();
    return bytes(header.data(), header.headerVersion(), response.data(), request.apiVersion());
  }

  private static byte[] bytes(Message header, short headerVersion, Message body, short version) {
    ByteBuffer buffer = RequestUtils.serialize(header, headerVersion, body, version);
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
