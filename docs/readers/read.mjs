// Reads the open topics from their first event on and prints a line for each: node read.mjs [seconds]
// KAFKA, KAFKA_USER, KAFKA_PASSWORD, REGISTRY and REGISTRY_TOKEN are what ./doors reader add prints.
import kafkajs from 'kafkajs';
import registries from '@kafkajs/confluent-schema-registry';

const { KAFKA, KAFKA_USER, KAFKA_PASSWORD, REGISTRY, REGISTRY_TOKEN } = process.env;
const seconds = Number(process.argv[2] ?? Infinity);

const registry = new registries.SchemaRegistry({
  host: REGISTRY,
  middlewares: [
    () => ({
      prepareRequest: async (next) =>
        (await next()).enhance({ headers: { Authorization: `Bearer ${REGISTRY_TOKEN}` } }),
    }),
  ],
});

const kafka = new kafkajs.Kafka({
  clientId: KAFKA_USER,
  brokers: KAFKA.split(','),
  sasl: { mechanism: 'scram-sha-512', username: KAFKA_USER, password: KAFKA_PASSWORD },
  logLevel: kafkajs.logLevel.ERROR,
});

const consumer = kafka.consumer({ groupId: `${KAFKA_USER}-${process.pid}` });
await consumer.connect();
await consumer.subscribe({ topics: ['schedules', 'rsvps', 'seats'], fromBeginning: true });
await consumer.run({
  eachMessage: async ({ topic, partition, message }) => {
    // A tombstone says that there is nothing any more under this key.
    const event = message.value && (await registry.decode(message.value));
    const type = String(message.headers.ce_type ?? '');
    console.log(topic, `${partition}@${message.offset}`, type, JSON.stringify(event, (_, v) => (typeof v === 'bigint' ? Number(v) : v)));
  },
});

if (Number.isFinite(seconds)) {
  setTimeout(() => consumer.disconnect().then(() => process.exit(0)), seconds * 1000);
}
