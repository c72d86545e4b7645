/**
 * Ids and tokens that every service makes alike from the platform's secret, and the keys behind
 * them.
 */
@NullMarked
package org.doorsopen.identity;

import org.jspecify.annotations.NullMarked;
