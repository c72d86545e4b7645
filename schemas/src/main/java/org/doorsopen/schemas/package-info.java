/** The contract between the services: topics, events, their headers, ids and tokens. */
@NullMarked
package org.doorsopen.schemas;

import org.jspecify.annotations.NullMarked;
