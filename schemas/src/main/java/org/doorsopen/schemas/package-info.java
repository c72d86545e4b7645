/** The contract between the services: topics, events and their headers. */
@NullMarked
package org.doorsopen.schemas;

import org.jspecify.annotations.NullMarked;
