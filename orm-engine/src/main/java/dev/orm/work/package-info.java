/**
 * What belongs together: a request, a job, a message. In: where it begins and ends, and
 * the threads that work for it. Out: what other rooms remember of it. Called by: cluster,
 * observe, the Spring edge, users.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.work;

import org.jspecify.annotations.NullMarked;
