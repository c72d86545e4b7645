package org.doorsopen.access.kafka;

import static org.apache.kafka.common.acl.AclOperation.ALL;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.IDEMPOTENT_WRITE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.CLUSTER;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.access.TopicAccess;

/** The rights of an account in Kafka. Everything else is refused. */
final class KafkaRights {

  /** A registry that keeps its schemas in Kafka, in topics and groups with these beginnings. */
  static final String REGISTRY = "registry";

  private static final String REGISTRY_TOPICS = "_schemas";
  private static final String REGISTRY_GROUPS = "schema-registry";

  private final String user;
  private final Set<AclBinding> bindings = new HashSet<>();

  private KafkaRights(String user) {
    this.user = user;
  }

  static Set<AclBinding> of(ServiceAccount service) {
    KafkaRights rights = new KafkaRights(service.service());
    for (TopicAccess line : TopicAccess.TABLE) {
      rights.line(line, service);
      rights.line(line.deadLetters(), service);
    }
    String own = service.role() + "-";
    rights.add(TOPIC, own, PREFIXED, ALL);
    rights.add(GROUP, own, PREFIXED, READ);
    rights.add(TRANSACTIONAL_ID, own, PREFIXED, WRITE, DESCRIBE);
    rights.add(CLUSTER, Resource.CLUSTER_NAME, LITERAL, IDEMPOTENT_WRITE, DESCRIBE);
    return rights.bindings;
  }

  /** A reader reads the open topics, in groups that are its own. */
  static Set<AclBinding> ofReader(String user) {
    KafkaRights rights = new KafkaRights(user);
    TopicAccess.TABLE.stream()
        .filter(TopicAccess::open)
        .forEach(line -> rights.topic(line.topic(), READ, DESCRIBE_CONFIGS));
    rights.add(GROUP, user, LITERAL, READ);
    rights.add(GROUP, user + "-", PREFIXED, READ);
    return rights.bindings;
  }

  static Set<AclBinding> ofRegistry() {
    KafkaRights rights = new KafkaRights(REGISTRY);
    rights.add(TOPIC, REGISTRY_TOPICS, PREFIXED, ALL);
    rights.add(GROUP, REGISTRY_GROUPS, PREFIXED, READ);
    rights.add(TRANSACTIONAL_ID, REGISTRY_GROUPS, PREFIXED, WRITE, DESCRIBE);
    rights.add(CLUSTER, Resource.CLUSTER_NAME, LITERAL, IDEMPOTENT_WRITE, DESCRIBE);
    return rights.bindings;
  }

  static String principal(String user) {
    return "User:" + user;
  }

  private void line(TopicAccess line, ServiceAccount service) {
    // Each service sees to it at its start that all topics are there.
    topic(line.topic(), CREATE, DESCRIBE, DESCRIBE_CONFIGS);
    if (line.writtenBy().contains(service)) {
      // Its writers have the broker give records their times, also in topics of before.
      topic(line.topic(), WRITE, ALTER_CONFIGS);
    }
    if (line.readBy().contains(service)) {
      topic(line.topic(), READ);
    }
  }

  private void topic(String name, AclOperation... operations) {
    add(TOPIC, name, LITERAL, operations);
  }

  private void add(
      ResourceType type, String name, PatternType pattern, AclOperation... operations) {
    for (AclOperation operation : operations) {
      bindings.add(
          new AclBinding(
              new ResourcePattern(type, name, pattern),
              new AccessControlEntry(principal(user), "*", operation, AclPermissionType.ALLOW)));
    }
  }
}
