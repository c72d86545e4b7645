/**
 * Ids and tokens that every service derives from the platform's secret in the same way, and the
 * keys behind them.
 */
@NullMarked
package org.doorsopen.identity;

import org.jspecify.annotations.NullMarked;
