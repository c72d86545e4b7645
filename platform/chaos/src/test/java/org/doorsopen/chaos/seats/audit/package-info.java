@org.jspecify.annotations.NullUnmarked
package org.doorsopen.chaos.seats.audit;
