/** What the jobs that send something share: how they wait for Kafka, and try again. */
@NullMarked
package org.doorsopen.schedule.jobs;

import org.jspecify.annotations.NullMarked;
