/** Strangers who hold and waste whatever they are given, beside people who RSVP. */
@NullMarked
package org.doorsopen.chaos.strangers;

import org.jspecify.annotations.NullMarked;
