package org.doorsopen.schemas.spring;

/**
 * How soon a consumer group misses an instance that was killed; until then its partitions are not
 * read. Brokers accept no shorter session by default (docs/adr/0008).
 */
public final class GroupMembership {

  public static final int SESSION_TIMEOUT_MILLIS = 6_000;

  public static final int HEARTBEAT_INTERVAL_MILLIS = 1_500;

  private GroupMembership() {}
}
