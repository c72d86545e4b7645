/**
 * The memory of seat allocation, as entries of key-value stores. Keys and values are bytes that
 * only this package knows; {@code docs/allocation.md} lists them.
 */
@NullMarked
package org.doorsopen.rsvp.seats.state;

import org.jspecify.annotations.NullMarked;
