/** The accounts of services, registry and operator, in PostgreSQL and in Kafka. */
@NullMarked
package org.doorsopen.infrastructure.accounts;

import org.jspecify.annotations.NullMarked;
