/** How often people may ask for seats and listen, from where and for whom. */
@NullMarked
package org.doorsopen.rsvp.rates;

import org.jspecify.annotations.NullMarked;
