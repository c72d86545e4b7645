/** Answers to requests that fail: always a problem (RFC 9457), with every wrong field named. */
@NullMarked
package org.doorsopen.web.problems;

import org.jspecify.annotations.NullMarked;
