/** Makes the accounts of Kafka and gives them their rights. */
@NullMarked
package org.doorsopen.access.kafka;

import org.jspecify.annotations.NullMarked;
