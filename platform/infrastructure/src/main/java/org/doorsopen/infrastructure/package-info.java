/**
 * Kafka, schema registry, PostgreSQL and SMTP: one interface, started for tests and for one
 * machine.
 */
@NullMarked
package org.doorsopen.infrastructure;

import org.jspecify.annotations.NullMarked;
