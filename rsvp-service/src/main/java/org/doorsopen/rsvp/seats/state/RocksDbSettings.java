package org.doorsopen.rsvp.seats.state;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/**
 * How RocksDB keeps the entries. Every new RSVP is looked up and not found, which filters make
 * cheap; Kafka Streams leaves them out of the largest level by default. One cache serves all
 * partitions, instead of 50 MB for each. Kafka Streams makes this class by its name.
 */
public final class RocksDbSettings implements RocksDBConfigSetter {

  private static final long CACHE_BYTES = 64L * 1024 * 1024;
  private static final long WRITE_BUFFER_BYTES = 8L * 1024 * 1024;
  private static final Cache CACHE = new LRUCache(CACHE_BYTES);

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    options.setOptimizeFiltersForHits(false);
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    ((BlockBasedTableConfig) options.tableFormatConfig()).setBlockCache(CACHE);
  }

  @Override
  public void close(String storeName, Options options) {
    // The cache stays open for the other stores.
  }
}
