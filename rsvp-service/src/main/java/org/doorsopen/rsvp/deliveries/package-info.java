/** RSVPs whose mails reach nobody, as the topic of deliveries tells. */
@NullMarked
package org.doorsopen.rsvp.deliveries;

import org.jspecify.annotations.NullMarked;
