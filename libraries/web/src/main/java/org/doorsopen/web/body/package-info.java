/** Reads the JSON bodies of requests, with every wrong field named, and describes them. */
@NullMarked
package org.doorsopen.web.body;

import org.jspecify.annotations.NullMarked;
